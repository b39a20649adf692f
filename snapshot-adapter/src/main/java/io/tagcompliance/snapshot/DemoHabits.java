package io.tagcompliance.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How people of the made-up company tag: each method is the habit of one team, as found in real firms. */
final class DemoHabits {
    private static final Map<String, String> NEVER_TAGGED = Map.of();
    private static final List<String> FORGETTABLE = List.of("CostCenter", "Owner", "Environment");

    private DemoHabits() {}

    /** Everything that the policy asks for. */
    private static Map<String, String> allTags(DemoResource resource) {
        DemoProject project = resource.project();
        Map<String, String> tags = new LinkedHashMap<>();
        if (resource.isA("ec2:")) {
            tags.put("Name", resource.name());
        }
        tags.put("CostCenter", project.costCenter());
        tags.put("Owner", project.team());
        tags.put("Environment", resource.environment());
        if (resource.holdsData()) {
            tags.put("DataClass", project.dataClass());
        }
        if (resource.dice().says("project", 50)) {
            tags.put("Project", project.label());
        }
        return tags;
    }

    /** The platform team: a key is forgotten now and then. */
    static Map<String, String> tidy(DemoResource resource) {
        return forgetful(resource, 8);
    }

    private static Map<String, String> forgetful(DemoResource resource, int percent) {
        Map<String, String> tags = allTags(resource);
        if (resource.dice().says("forgets", percent)) {
            tags.remove(resource.dice().pick("forgotten", FORGETTABLE));
        }
        return tags;
    }

    /** CloudFormation stacks: what hangs on a resource that the stack made is left out. */
    static Map<String, String> stacks(DemoResource resource) {
        if (resource.isA("ec2:volume")) {
            return resource.dice().says("not propagated", 45) ? NEVER_TAGGED : allTags(resource);
        }
        if (resource.isA("logs:") || resource.isA("ec2:snapshot")) {
            return resource.dice().says("made by itself", 50) ? NEVER_TAGGED : inStack(resource);
        }
        return inStack(resource);
    }

    private static Map<String, String> inStack(DemoResource resource) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (!resource.dice().says("the stack tells enough", 4)) {
            tags.putAll(forgetful(resource, 12));
        }
        tags.put("aws:cloudformation:stack-name", resource.group());
        tags.put("aws:cloudformation:logical-id", "Resource" + resource.number());
        if (resource.isA("ec2:instance")) {
            tags.put("aws:autoscaling:groupName", resource.group() + "-asg");
        }
        return tags;
    }

    /** Terraform modules: keys in lower case, which the policy accepts, and short values, which it doesn't. */
    static Map<String, String> terraform(DemoResource resource) {
        Map<String, String> tags = lowerKeys(forgetful(resource, 8));
        tags.put("managed_by", "terraform");
        if (resource.dice().says("short", 28)) {
            tags.replace("environment", resource.shortEnvironment());
        }
        return tags;
    }

    private static Map<String, String> lowerKeys(Map<String, String> tags) {
        Map<String, String> lower = new LinkedHashMap<>();
        tags.forEach((key, value) -> lower.put(key.equals("Name") ? key : key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    /** The data team: tags pasted from a spreadsheet, with its stray spaces and capitals. */
    static Map<String, String> spreadsheet(DemoResource resource) {
        Map<String, String> tags = forgetful(resource, 15);
        switch (resource.dice().roll("paste", 6)) {
            case 0 -> rename(tags, "CostCenter", " CostCenter");
            case 1 -> tags.computeIfPresent("CostCenter", (key, value) -> value + " ");
            case 2 -> tags.computeIfPresent("Environment", (key, value) -> capitalised(value));
            default -> {
                // pasted well
            }
        }
        return tags;
    }

    private static void rename(Map<String, String> tags, String from, String to) {
        if (tags.containsKey(from)) {
            tags.put(to, tags.remove(from));
        }
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The firm that was bought: its own keys, and persons as owners, until somebody migrates them. */
    static Map<String, String> acquired(DemoResource resource) {
        if (resource.dice().says("untouched", 20)) {
            return NEVER_TAGGED;
        }
        Map<String, String> tags = allTags(resource);
        tags.replace("Owner", resource.dice().pick("person", List.of("mia", "jonas", "lena")) + "@osterby.example");
        if (resource.dice().says("to be migrated", 78)) {
            rename(tags, "CostCenter", "cost_center");
            rename(tags, "Environment", "env");
        }
        return tags;
    }

    /** The sandbox: nobody tags, save for the few who sign their work. */
    static Map<String, String> sandbox(DemoResource resource) {
        return switch (resource.dice().roll("mood", 20)) {
            case 0 -> allTags(resource);
            case 1, 2 -> Map.of("Owner", resource.project().team());
            case 3 -> Map.of("delete-me", "");
            default -> NEVER_TAGGED;
        };
    }

    /** The advertising agency: anything that fits into a value. EC2 takes every character, the other services don't. */
    static Map<String, String> agency(DemoResource resource) {
        Map<String, String> tags = forgetful(resource, 45);
        if (resource.isA("ec2:")) {
            int next = resource.number() % HostileTexts.ALL.size();
            tags.put(resource.number() % 3 == 0 ? "Owner" : "Notes", HostileTexts.ALL.get(next));
        }
        if (resource.isA("ec2:instance")) {
            switch (resource.number()) {
                case 1 -> rename(tags, "CostCenter", HostileTexts.LOOK_ALIKE_KEY);
                case 4, 8 -> tags.put("Campaign (old)", "spring");
                default -> {
                    // no key of their own
                }
            }
        }
        return tags;
    }

    /** Head office on Azure, where keys match in any case: everybody writes them as they like. */
    static Map<String, String> headOffice(DemoResource resource) {
        Map<String, String> tags = forgetful(resource, 14);
        switch (resource.dice().roll("case", 4)) {
            case 0 -> rename(tags, "CostCenter", "costCenter");
            case 1 -> rename(tags, "Environment", "ENVIRONMENT");
            default -> {
                // as the policy has it
            }
        }
        return tags;
    }

    /** A team that trusts the tags of its resource groups: they are not handed down. */
    static Map<String, String> resourceGroups(DemoResource resource) {
        return resource.dice().says("left to the group", 35) ? NEVER_TAGGED : forgetful(resource, 8);
    }

    /** What the bought firm left on Azure: aliases, empty values, notes. */
    static Map<String, String> leftBehind(DemoResource resource) {
        Map<String, String> tags = new LinkedHashMap<>(acquired(resource));
        rename(tags, "cost_center", "cost-center");
        if (resource.dice().says("emptied", 15)) {
            tags.replace("DataClass", "");
        }
        if (resource.isA("Microsoft.Compute/virtualMachines") && resource.number() <= HostileTexts.ALL.size()) {
            tags.put("Notes", HostileTexts.ALL.get(resource.number() - 1));
        }
        return tags;
    }

    /** Labels on Google Cloud, which know neither capitals nor signs. */
    static Map<String, String> labels(DemoResource resource) {
        return lowerKeys(forgetful(resource, 18));
    }

    /** The laboratory on Google Cloud: labels of its own, and few of them. */
    static Map<String, String> laboratory(DemoResource resource) {
        if (resource.dice().says("experiment", 40)) {
            return resource.dice().says("bare", 70) ? NEVER_TAGGED : Map.of("experiment", "run-" + resource.number());
        }
        Map<String, String> labels = labels(resource);
        if (resource.dice().says("own key", 40)) {
            rename(labels, "costcenter", "cost-center");
        }
        return labels;
    }
}
