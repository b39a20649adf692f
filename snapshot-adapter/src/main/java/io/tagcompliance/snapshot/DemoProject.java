package io.tagcompliance.snapshot;

import java.util.Locale;

/** What the made-up company works on, who does, and where its money comes from. */
enum DemoProject {
    STOREFRONT("cc-1100", "team-storefront", "internal"),
    CHECKOUT("cc-1200", "team-payments", "restricted"),
    CATALOGUE("cc-1300", "team-catalogue", "public"),
    LOGISTICS("cc-2100", "team-logistics", "internal"),
    INSIGHTS("cc-3100", "team-data", "confidential"),
    LOYALTY("cc-4100", "team-customer", "confidential"),
    CAMPAIGNS("cc-4200", "team-marketing", "public"),
    PLATFORM("cc-5100", "team-platform", "internal"),
    IDENTITY("cc-5200", "team-security", "restricted"),
    OSTERBY("cc-6100", "team-osterby", "internal");

    private final String costCenter;
    private final String team;
    private final String dataClass;

    DemoProject(String costCenter, String team, String dataClass) {
        this.costCenter = costCenter;
        this.team = team;
        this.dataClass = dataClass;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String costCenter() {
        return costCenter;
    }

    String team() {
        return team;
    }

    String dataClass() {
        return dataClass;
    }
}
