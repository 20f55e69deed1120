package org.tidemark.series;

/** SDMX observation status (code list CL_OBS_STATUS 2.2, the codes that our sources use). */
public enum ObservationStatus {
    NORMAL("A"),
    PROVISIONAL("P"),
    ESTIMATED("E"),
    MISSING("M"),
    BREAK("B");

    private final String sdmxCode;

    ObservationStatus(String sdmxCode) {
        this.sdmxCode = sdmxCode;
    }

    public String sdmxCode() {
        return sdmxCode;
    }
}
