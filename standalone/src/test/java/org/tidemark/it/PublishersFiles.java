package org.tidemark.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small file of each publisher that the shipped catalogue asks, laid out as he lays it out; the numbers are made. */
public final class PublishersFiles {
    private static final List<String> FRED_QD = List.of(
            "GDPC1",
            "OPHNFB",
            "PNFIx",
            "IPBUSEQ",
            "IPCONGD",
            "IPB51220SQ",
            "PPICMM",
            "PPIACO",
            "HWIx",
            "UNRATE",
            "CIVPART",
            "AHETPIx",
            "PAYEMS",
            "USGOOD",
            "USPBS",
            "EXPGSC1",
            "IMPGSC1",
            "GFDEGDQ188S");
    private static final List<String> NAMES =
            List.of("Denmark", "Sweden", "Germany", "France", "Italy", "Spain", "Poland");
    private static final List<String> CODES = List.of("DK", "SE", "DE", "FR", "IT", "ES", "PL");
    private static final List<String> ABROAD = List.of("AUS", "CAN", "CHE", "GBR", "JPN", "ISR", "NZL");
    private static final List<String> STATES = List.of("DC", "UT", "MD", "CA", "NY", "TX", "WA");

    /** A workbook says when it was written: made again it would be another file. */
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private PublishersFiles() {}

    /**
     * The file of an endpoint.
     *
     * @param rows how many rows it has, from 1 to 7
     * @param shift by how much its numbers differ from those of another release
     */
    public static byte[] of(String endpoint, int rows, double shift) throws IOException {
        String key = "%s %d %s".formatted(endpoint, rows, shift);
        byte[] before = MADE.get(key);
        if (before != null) {
            return before;
        }
        byte[] made = made(endpoint, rows, shift);
        byte[] other = MADE.putIfAbsent(key, made);
        return other == null ? made : other;
    }

    private static byte[] made(String endpoint, int rows, double shift) throws IOException {
        return switch (endpoint) {
            case "census-btos-national" -> BtosWorkbook.of("", "", rows, shift);
            case "census-btos-sectors" -> BtosWorkbook.of("Sector", 51, rows, shift);
            case "census-btos-sizes" -> BtosWorkbook.of("Empsize", "A", rows, shift);
            case "census-btos-states" -> BtosWorkbook.of("State", "CA", rows, shift);
            case "epoch-chip-sales" -> zip(Map.of("cumulative_timelines_by_designer.csv", text(endpoint, rows, shift)));
            case "fred-md-vintages", "fred-qd-vintages", "fred-md-before-2015" -> vintages(endpoint, rows, shift);
            case "fred-md-months", "fred-qd-months" ->
                // Other bytes each month, and the same figures.
                (text(endpoint, PlayedPublishers.ROWS, 0) + "\n".repeat((int) (4 * shift)))
                        .getBytes(StandardCharsets.UTF_8);
            default -> text(endpoint, rows, shift).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String text(String endpoint, int rows, double shift) {
        return switch (endpoint) {
            case "anthropic-automation-by-task" ->
                table(
                        "task_name,feedback_loop,directive,task_iteration,validation,learning,filtered",
                        rows,
                        i -> "task %d.,0.1,%s,0.2,0,0.1,0".formatted(i, number(0.3 + shift / 100)));
            case "ecb-long-rates" ->
                table(
                        "KEY,FREQ,REF_AREA,IR_TYPE,TR_TYPE,MATURITY_CAT,BS_COUNT_SECTOR,CURRENCY_TRANS,IR_BUS_COV,IR_FV_TYPE,TIME_PERIOD,OBS_VALUE",
                        rows,
                        i -> "IRS.M.DE.L.L40.CI.0000.EUR.N.Z,M,DE,L,L40,CI,0000,EUR,N,Z,2024-%02d,%s"
                                .formatted(i + 1, number(2 + i / 10.0 + shift)));
            case "epoch-capabilities-index" ->
                table(
                        "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),Model accessibility,Accessibility group,model_versions",
                        rows,
                        i ->
                                "Made %d,Made,%s,90,150,2024-0%d-15,Made,United States of America,API access,Closed weights,made-%d"
                                        .formatted(i, number(100 + i + shift), i + 1, i));
            case "epoch-chip-sales" ->
                table(
                        "Name,Chip manufacturer,Start date,End date,Number of units (median),H100e compute power (median),Power in MW (median),Incomplete",
                        rows,
                        i -> "Total,Nvidia,2022-01-01,%s,%d,%d,%d,"
                                .formatted(
                                        LocalDate.of(2022, 1, 1)
                                                .plusMonths(3L * (i + 1))
                                                .minusDays(1),
                                        1000 * (i + 1),
                                        500 * (i + 1),
                                        60 * (i + 1)));
            case "epoch-hardware" ->
                table(
                        "Hardware name,Manufacturer,Type,Release date,Release price (USD),TDP (W)",
                        rows,
                        i -> "Made %d,NVIDIA,GPU,2023-0%d-10,%s,700".formatted(i, i + 1, number(30_000 + shift)));
            case "epoch-notable-models" ->
                table(
                        "Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),Training dataset size (gradients),Country (of organization),Model accessibility",
                        rows,
                        i -> "Made %d,Made,2024-0%d-15,Language,1e9,%s,1e12,United States of America,API access"
                                .formatted(i, i + 1, number((1 + i + shift) * 1e24)));
            case "eurostat-ai-enterprises" ->
                table(
                        "DATAFLOW,LAST UPDATE,freq,size_emp,nace_r2,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
                        rows,
                        i -> "ESTAT:ISOC_EB_AI(1.0),,A,GE10,C10-S951_X_K,E_AI_TANY,PC_ENT,%s,2024,%s,"
                                .formatted(CODES.get(i), number(10 + i + shift)));
            case "eurostat-ai-people" ->
                table(
                        "DATAFLOW,LAST UPDATE,freq,indic_is,ind_type,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
                        rows,
                        i -> "ESTAT:ISOC_AI_IAIU(1.0),,A,I_IUAI,IND_TOTAL,PC_IND,%s,2024,%s,"
                                .formatted(CODES.get(i), number(30 + i + shift)));
            case "fred-md", "fred-md-months", "fred-md-vintages", "fred-md-before-2015" ->
                "sasdate,RPI,INDPRO,UNRATE,PAYEMS\nTransform:,5,5,2,5\n"
                        + rows(rows, i -> "%d/1/%d,1,%s,3.7,157000"
                                .formatted(i + 1, endpoint.endsWith("2015") ? 2013 : 2023, number(100 + i + shift)));
            case "fred-qd", "fred-qd-months", "fred-qd-vintages" ->
                "sasdate," + String.join(",", FRED_QD) + "\nfactors" + ",1".repeat(FRED_QD.size()) + "\ntransform"
                        + ",5".repeat(FRED_QD.size()) + "\n"
                        + rows(rows, i -> "%s/1/%d%s"
                                .formatted(
                                        List.of(3, 6, 9, 12).get(i % 4),
                                        2022 + i / 4,
                                        ("," + number(100 + i + shift)).repeat(FRED_QD.size())));
            case "indeed-ai-postings" ->
                table("date,jobcountry,AI_share_postings", rows, i -> "2024-01-%02d,US,%s"
                        .formatted(i + 1, number(1.5 + i / 10.0 + shift / 10)));
            case "indeed-postings-us" ->
                table(
                        "date,jobcountry,indeed_job_postings_index_SA,indeed_job_postings_index_NSA,variable",
                        rows,
                        i -> "2023-02-%02d,US,%s,100,total postings".formatted(i + 1, number(100 + i + shift)));
            case "indeed-postings-us-sectors" ->
                table(
                        "date,jobcountry,indeed_job_postings_index,variable,display_name",
                        rows,
                        i -> "2023-02-%02d,US,%s,total postings,Software Development"
                                .formatted(i + 1, number(100 + i + shift)));
            case "indeed-wages" ->
                table(
                        "jobcountry,country,month,n_obs,posted_wage_growth_yoy,posted_wage_growth_yoy_3moavg",
                        rows,
                        i -> "DE,Germany,%s-23,1200,%s,NA".formatted(month(i), number(0.03 + shift / 1000)));
            case "indeed-wages-sectors" ->
                table(
                        "jobcountry,country,sector,month,n_obs,posted_wage_growth_yoy,posted_wage_growth_yoy_3moavg",
                        rows,
                        i -> "US,United States,Nursing,%s-23,900,%s,NA"
                                .formatted(month(i), number(0.04 + shift / 1000)));
            case "lmarena-text" ->
                "{\"features\": [], \"rows\": ["
                        + IntStream.range(0, rows)
                                .mapToObj(i ->
                                        "{\"row_idx\": %d, \"row\": {\"model_name\": \"made-%d\", \"rating\": %s, \"category\": \"overall\", \"leaderboard_publish_date\": \"2024-05-13\"}}"
                                                .formatted(i, i, number(1400 + i + shift)))
                                .collect(Collectors.joining(","))
                        + "], \"num_rows_total\": 9}";
            case "microsoft-ai-diffusion" ->
                table("Economy,H1 2025 AI Diffusion", rows, i -> "%s,%s%%"
                        .formatted(NAMES.get(i), number(20 + i + shift)));
            case "microsoft-ai-diffusion-states" ->
                table("Rank,State Name,State Abbr,AI User Share", rows, i -> "%d,Made,%s,%s"
                        .formatted(i + 1, STATES.get(i), number(30 + i + shift)));
            case "oecd-ai-businesses" ->
                table(
                        "DATAFLOW,REF_AREA,FREQ,MEASURE,UNIT_MEASURE,ACTIVITY,SIZE_CLASS,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS",
                        rows,
                        i -> "OECD.STI.DEP:DSD_ICT_B@DF_BUSINESSES(1.0),%s,A,G14_B,PT_ENT,_T,S_GE10,2022,%s,A,0,1"
                                .formatted(ABROAD.get(i), number(8 + i + shift)));
            case "openrouter-prices" ->
                "{\"data\": ["
                        + IntStream.range(0, rows)
                                .mapToObj(i ->
                                        "{\"id\": \"made/model-%d\", \"pricing\": {\"prompt\": \"%s\", \"completion\": \"0.000006\"}}"
                                                .formatted(i, number(0.000003 + shift / 1e7)))
                                .collect(Collectors.joining(","))
                        + "]}";
            case "world-bank-gdp" ->
                table("Country Name,Country Code,Year,Value", rows, i -> "%s,XXX,2022,%s"
                        .formatted(NAMES.get(i), number((300 + i + shift) * 1e9)));
            default -> throw new IllegalArgumentException("no file is made for endpoint " + endpoint + "; make one");
        };
    }

    private static String month(int i) {
        return List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul").get(i);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }

    private static String table(String header, int rows, IntFunction<String> row) {
        return header + "\n" + rows(rows, row);
    }

    private static String rows(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(i -> row.apply(i) + "\n").collect(Collectors.joining());
    }

    /** A month a release, each as the one before it: a past that comes late is no news. Each ZIP has those before it too. */
    private static byte[] vintages(String endpoint, int rows, double shift) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        for (int month = 0; month <= 4 * shift; month++) {
            String name = "%d-%02d.csv".formatted(endpoint.endsWith("2015") ? 2014 : 2024, month + 1);
            members.put("folder/" + name, text(endpoint, Math.min(rows, PlayedPublishers.ROWS), 0));
        }
        return zip(members);
    }

    private static byte[] zip(Map<String, String> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("README.md"));
            zip.write("made".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
