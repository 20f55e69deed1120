# Builds Tidemark and leaves only what runs. Nothing is fetched when a container starts.
FROM maven:3.9.10-eclipse-temurin-17-noble AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -Pquick -pl standalone -am package
# A read-only container has no place to unpack native code to, and a tmpfs would not let it run.
RUN mkdir /native && cd /native && jar xf /src/standalone/target/quick/lib/rocksdbjni-*.jar \
        librocksdbjni-linux64.so librocksdbjni-linux-aarch64.so

FROM eclipse-temurin:21.0.8_9-jre-noble
RUN groupadd --system --gid 10001 tidemark \
    && useradd --system --uid 10001 --gid 10001 --home-dir /var/lib/tidemark --shell /usr/sbin/nologin tidemark \
    && install -d -o tidemark -g tidemark /var/lib/tidemark /replay
COPY --from=build /src/standalone/target/quick/lib /opt/tidemark/lib
COPY --from=build /src/standalone/target/quick/tidemark-standalone.jar /opt/tidemark/
COPY --from=build /native /opt/tidemark/native
COPY --from=build /src/LICENSE /opt/tidemark/
COPY --from=build /src/docker/tidemark /usr/local/bin/tidemark
USER 10001:10001
WORKDIR /var/lib/tidemark
EXPOSE 8080
ENTRYPOINT ["tidemark"]
CMD ["--help"]
