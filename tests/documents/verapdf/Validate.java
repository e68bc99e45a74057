import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Validates every file named on standard input as PDF/UA-1 and PDF/A-3a; prints a line for each file and profile. */
final class Validate {
    private static final int MOST_FAULTS = 20;

    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : new String[] {"PDFUA-1", "PDFA-3A"}) {
            // Without the runtime of JAXB the profiles are not found by their flavour, only by their file.
            try (InputStream file = Validate.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
                profiles.put(name, Profiles.profileFromXml(file));
            }
        }
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            for (Map.Entry<String, ValidationProfile> profile : profiles.entrySet()) {
                System.out.println(name + "\t" + profile.getKey() + "\t" + faults(name, profile.getValue()));
            }
        }
    }

    /** Returns what is wrong with a file, empty where nothing is. */
    private static String faults(String name, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(name));
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, MOST_FAULTS, true, false, false)) {
            ValidationResult result = validator.validate(parser);
            StringBuilder faults = new StringBuilder();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    faults.append(assertion.getRuleId().getClause()).append('-')
                            .append(assertion.getRuleId().getTestNumber()).append(' ')
                            .append(assertion.getMessage()).append("; ");
                }
            }
            return result.isCompliant() ? "" : "not compliant: " + faults;
        }
    }
}
