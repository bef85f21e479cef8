// Asks veraPDF whether each file keeps to a standard: java Vera ua1|3a FILE... Ends with 1 if one does not.
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    public static void main(String[] given) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour standard = PDFAFlavour.byFlavourId(given[0]);
        boolean every = true;
        for (int at = 1; at < given.length; at++) {
            try (FileInputStream file = new FileInputStream(given[at]);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, standard);
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(standard, false)) {
                ValidationResult found = judge.validate(parser);
                System.out.println((found.isCompliant() ? "PASS" : "FAIL") + "  " + standard + "  " + given[at]);
                every &= found.isCompliant();
                Map<String, Integer> broken = new TreeMap<>();
                for (TestAssertion one : found.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        broken.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
                    }
                }
                broken.forEach((rule, count) -> System.out.println("      " + count + " times: " + rule));
            }
        }
        System.exit(every ? 0 : 1);
    }
}
