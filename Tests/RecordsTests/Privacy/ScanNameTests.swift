import Findings
import Records
import Testing

/// Names of files are read by everybody who sees an address.
@Suite struct ScanNameTests {
  @Test(arguments: [
    ("nhs-4010232137.png", "nhs-number t/nhs-40******37.png"),
    ("nhs-number-401-023-2137.png", "nhs-number t/nhs-number-40*-***-**37.png"),
    ("NHS_401_023_2137.png", "nhs-number t/NHS_40*_***_**37.png"), ("nhs-4010232137.md", "nhs-number t/nhs-40******37.md"),
    (
      "jane.smith@gmail.com 07911 123456.txt",
      "personal-email t/ja**.***********.*om 07911 123456.txt, mobile t/jane.smith@gmail.com 07*** ****56.txt"
    ),
    ("smith-07911123456.pdf", "mobile t/smith-07*******56.pdf"), ("nhs-4010232137/plan.txt", "nhs-number t/nhs-40******37/plan.txt"),
    ("dob_2014-05-03.pdf", "birth-date t/dob_20**-**-03.pdf"), ("AB123456C.pdf", "national-insurance t/AB*****6C.pdf"),
    ("report-2026-03-14.csv", ""), ("order-6604876470.pdf", ""), ("early-help-finder", ""), ("figures-2026.csv", ""), ("EX1 2AB.txt", ""),
  ])
  func findsNumbersInNames(_ name: String, _ expected: String) {
    #expect(scanName(name, in: "t").map { "\($0.code.dropFirst(8)) \($0.place.file)" }.joined(separator: ", ") == expected)
  }
}
