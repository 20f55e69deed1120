"""Sends one figure as a release: python produce.py HOST:PORT, in the root of the repository."""
import io, sys, time, uuid, fastavro
from datetime import date, datetime, timezone
from fastavro.schema import fingerprint, load_schema, to_parsing_canonical_form
from kafka import KafkaProducer

def written(kind, record):
    schema = load_schema(f"schemas/src/main/avro/{kind}.avsc")
    body = io.BytesIO(b"\xc3\x01" + bytes.fromhex(fingerprint(to_parsing_canonical_form(schema), "CRC-64-AVRO")))
    body.seek(10)
    fastavro.schemaless_writer(body, schema, record)
    return body.getvalue()

published, load = datetime(2025, 1, 31, tzinfo=timezone.utc), uuid.uuid4().hex[:16]
release = {"economy": "SE", "source": "MY_SURVEY", "release": "2025-01", "published": published, "load": load}
figure = release | {"indicator": "adoption.firms.any_use", "sector": "TOTAL", "periodStart": date(2024, 1, 1), "periodEnd": date(2024, 12, 31),
                    "value": 27.6, "unit": "percent", "basis": "STATED", "status": "NORMAL", "dating": "STATED", "ordinal": 0, "receivedAt": datetime.now(timezone.utc)}
producer, topic, at = KafkaProducer(bootstrap_servers=sys.argv[1], acks="all"), "tidemark.observations", int(published.timestamp() * 1000)
producer.send(topic, key=b"SE", value=written("observation", figure), timestamp_ms=at)
producer.send(topic, key=b"SE", value=written("release_closing", release | {"sent": 1, "complete": False, "moreAtInstant": False}), timestamp_ms=at)
partitions, run = producer.partitions_for(topic), uuid.uuid4().hex
for p in partitions:
    end = {"run": run, "published": published, "partition": p, "partitions": len(partitions), "last": True}
    producer.send(topic, value=written("instant_closing", end), partition=p, timestamp_ms=at)
producer.flush()
print("sent to", topic, "as load", load)
