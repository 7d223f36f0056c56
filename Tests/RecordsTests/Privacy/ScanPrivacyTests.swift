import Findings
import Foundation
import Ground
import Records
import Testing

/// What the scanner makes of one text: `code masked` for each finding.
private func scanned(_ text: String, _ path: String = "a.md") -> [String] {
  scanPrivacy(Source(path: path, bytes: Array(text.utf8))).map { "\($0.code.dropFirst(8)) \($0.facts["text"] ?? "")" }
}

@Suite struct ScanPrivacyTests {
  /// Each kind of number, a thousand times over, in the ways people write it: all are found, each once.
  @Test func findsEveryNumberMadeUp() {
    var made = MadeUp()
    for _ in 0..<300 {
      let nhs = made.nhsNumber()
      for text in [
        "seen as \(nhs.grouped([3, 3])) yesterday", "(\(nhs.grouped([3, 3], by: "-")))", "NHS number: \(nhs)",
        "\(nhs.grouped([3, 3], by: "\u{A0}"))", "\(nhs.grouped([3, 3], by: "&nbsp;"))", "nhs_number: \(nhs)",
        "of patient \(nhs).", "# comment \(nhs.grouped([3, 3], by: "\n  "))",
      ] {
        #expect(scanned(text) == ["nhs-number \(nhs.prefix(2))…\(nhs.suffix(2))"], "\(text)")
      }
      let ni = made.nationalInsurance()
      for text in ["NI \(ni)", ni.grouped([2, 2, 2, 2]) + ".", ni.lowercased(), "<!-- \(ni.grouped([2, 2, 2, 2], by: "-")) -->"] {
        #expect(scanned(text).map { $0.prefix(18) } == ["national-insurance"], "\(text)")
      }
      for temporary in [false, true] {
        let upn = made.pupilNumber(temporary: temporary)
        #expect(scanned("UPN \(upn), last year") == ["pupil-number \(upn.prefix(2))…\(upn.suffix(2))"])
      }
      let card = made.card()
      for text in [card, card.grouped([4, 4, 4]), "card " + card.grouped([4, 4, 4], by: "-") + " 12/29"] {
        #expect(scanned(text) == ["card \(card.prefix(2))…\(card.suffix(2))"], "\(text)")
      }
      let iban = made.bankAccount()
      for text in [iban, iban.grouped([4, 4, 4, 4, 4])] { #expect(scanned(text) == ["bank-account GB…\(iban.suffix(2))"], "\(text)") }
      let licence = made.drivingLicence()
      #expect(scanned("licence \(licence)") == ["driving-licence \(licence.prefix(2))…\(licence.suffix(2))"])
      let mobile = made.mobile()
      for text in [
        mobile, mobile.grouped([5]), mobile.grouped([5, 3]), "+44" + mobile.dropFirst(),
        "+44 " + mobile.dropFirst().description.grouped([4]),
        "+44 (0)" + mobile.dropFirst(), "0044 " + mobile.dropFirst(), "call \(mobile.grouped([4, 3], by: "-")).",
      ] {
        #expect(scanned(text).map { $0.prefix(6) } == ["mobile"], "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("born on 14 March 2010", "birth-date 14…10"), ("D.O.B. 14/03/2010", "birth-date 14…10"),
    ("date_of_birth: 2010-03-14", "birth-date 20…14"),
    ("14/03/10 (DOB)", "birth-date 14…10"), ("her birthday is March 4th, 2010", "birth-date Ma…10"), ("DoB: 1.2.10", "birth-date 1.…10"),
    ("jane@gmail.com", "personal-email ja…om"), ("foi@hotmail.co.uk", "personal-email fo…uk"),
    ("jane.smith@council.gov.uk", "named-email ja…uk"),
    ("mailto:j.smith@council.gov.uk?subject=a", "named-email j.…uk"), ("jsmith@council.gov.uk", "email js…uk"),
    ("jane&commat;gmail.com", "personal-email ja…om"), ("of pupil Jane Smith, who", "named-person Ja…th"),
    ("Patient: Seán O'Brien", "named-person Se…en"), ("a child called Ann Lee-Jones", "named-person An…es"),
    ("Jane Smith, aged 7, was", "name-and-age Ja… 7"), ("asked Dr Jane Smith about", "titled-name Dr…th"),
    ("Mrs. Smith", "titled-name Mr…th"),
    ("12 High Street, Exampletown EX1 2AB", "home-address 12…AB"), ("write to EX1 2AB", "postcode EX…AB"),
    ("postcode: LS27AB", "postcode LS…AB"),
    ("call 01225 123456 or", "phone 01…56"), ("(0117) 922 2000", "phone (0…00"), ("+44 20 7946 1234", "phone +4…34"),
    ("UTR 12345 67890", "tax-reference 12…90"), ("passport no. 123456789", "passport 12…89"), ("sort code 12-34-56", "sort-code 12…56"),
    ("at 51.50012, -0.12345", "location 51…45"), ("the server at 10.1.2.3", "network-address 10….3"),
    ("password: hunter2hunter2", "secret hu…r2"), ("api_key=\"abcdefgh1\"", "secret ab…h1"), ("AKIAIOSFODNN7ABCDEFG", "secret AK…FG"),
    ("-----BEGIN RSA PRIVATE KEY-----", "secret --…--"), ("ghp_0123456789abcdef0123456789abcdef0123", "secret gh…23"),
    ("xoxb-0123456789ab", "secret xo…ab"), ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "secret ey…ln"),
    ("| Year | Pupils |\n|---|---|\n| 2026 | 3 |\n", "small-number 3"),
    ("Pupils\n|---|\n| 4 |", "small-number 4"), ("\n| Year | Pupils |\n|---|---|\n| 2026 | 7 |\n| 2027 | 3", "small-number 3"),
    ("| Year | Pupils |\n|---|---|\n| 2026 | 3 |\n\n| 2027 | 2 |\n", "small-number 3"),
    ("claimant Jane Smith", "named-person Ja…th"), ("defendant Jane Smith", "named-person Ja…th"),
    ("the offender Jane Smith", "named-person Ja…th"), ("resident Jane Smith", "named-person Ja…th"),
    ("a service user named Jane Smith", "named-person Ja…th"), ("student Jane Smith", "named-person Ja…th"),
    ("suspect Jane Smith", "named-person Ja…th"), ("victim Jane Smith", "named-person Ja…th"),
    ("applicant Jane Smith", "named-person Ja…th"), ("told Cllr Smith", "titled-name Cl…th"), ("Prof. Jane Smith", "titled-name Pr…th"),
    ("Mr Smith", "titled-name Mr…th"), ("Ms Smith", "titled-name Ms…th"), ("Miss Smith", "titled-name Mi…th"),
    ("Mx Smith", "titled-name Mx…th"), ("Rev Smith", "titled-name Re…th"), ("Sir John Smith", "titled-name Si…th"),
    ("Dame Jane Smith", "titled-name Da…th"), ("birthdate 14/03/2010", "birth-date 14…10"), ("auth token: abcdefgh1", "secret ab…h1"),
    ("access key = abcdefgh1", "secret ab…h1"), ("secret: abcdefgh1", "secret ab…h1"), ("passphrase: abcdefgh1", "secret ab…h1"),
    ("github_pat_0123456789abcdef0123456", "secret gi…56"), ("passwd=abcdefgh1", "secret ab…h1"), ("ASIAIOSFODNN7ABCDEFG", "secret AS…FG"),
  ])
  func finds(_ text: String, _ expected: String) {
    #expect(scanned(text) == [expected])
  }

  /// Words right before a number say of whom or of what it is.
  @Test(arguments: [
    ("NHS number 4010232137", "nhs-number 40…37"), ("The patient's NHS no. is 4010232137", "nhs-number 40…37"),
    ("NHS: 4010232137", "nhs-number 40…37"), ("patient ID 4010232137", "nhs-number 40…37"), ("4010232137 (NHS number)", "nhs-number 40…37"),
    ("https://a.example/nhs/4010232137", "nhs-number 40…37"), ("[a](https://a.example/?nhs_number=4010232137)", "nhs-number 40…37"),
    ("See 401 023 2137", "nhs-number 40…37"),
    ("An NHS trust with 9434765919 rows", "possible-nhs-number 94…19"), ("case 401 023 2137", "possible-nhs-number 40…37"),
    ("The NHS trust paid under contract 6604876470.", ""), ("the NHS paid invoice no. 6604876470", ""), ("NHS Trust, ref: 6604876470", ""),
    ("Case 07911123456 of 2020", ""), ("order no 07911123456", ""), ("case 07911 123456", "mobile 07…56"),
    ("in case 07911123456 is engaged", "mobile 07…56"), ("To order: 07911123456", "mobile 07…56"),
    ("The project was born on 3 May 2019.", ""), ("It began. This tool was born on 3 May 2019.", ""),
    ("He was born on 3 May 2019.", "birth-date 3 …19"), ("The child of the project was born on 3 May 2019.", "birth-date 3 …19"),
    ("Jane of the project was born on 3 May 2019.", "birth-date 3 …19"), ("Leader of the team. Born on 3 May 2019.", "birth-date 3 …19"),
    ("The team's son was born on 3 May 2019.", "birth-date 3 …19"),
  ])
  func hearsWordsBefore(_ text: String, _ expected: String) {
    #expect(scanned(text).joined(separator: ", ") == expected)
  }

  /// An office's address is no home, and a mailbox that is called by two words of a service is no person's.
  @Test(arguments: [
    ("County Hall, 1 High Street, Exampleton, EX1 1AA", "postcode EX…AA"),
    ("1 High Street, County Hall, Exampleton EX1 1AA", "postcode EX…AA"),
    ("The Council Offices, Example House, 1 High Street, Exampleton EX1 1AA", "postcode EX…AA"),
    ("She lives near the library. 1 High Street, Exampleton, EX1 1AA", "home-address 1 …AA"),
    ("He left Exampleton Hall for 1 High Street, Exampleton, EX1 1AA", "home-address 1 …AA"),
    ("blue.badge@council.gov.uk", ""), ("youth.justice@council.gov.uk", ""), ("jane.badger@council.gov.uk", "named-email ja…uk"),
  ])
  func knowsOfficesAndTeams(_ text: String, _ expected: String) {
    #expect(scanned(text).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("Jane Smith", true), ("Jane Smith, Director", true), ("Jane Smith - SRO", true), ("Jane Smith OBE", true), ("Dr. A. Patel", true),
    ("Director, Jane Smith", true), ("Dr Jane Smith, SRO", true), ("Director of People (Jane Smith)", true), ("Cllr Jones", true),
    ("J Smith", true), ("A. Patel", true), ("Jane Ward", true), ("Ward Sister", false), ("Scrum Master", false),
    ("Head of Early Help", false), ("Youth Justice", false), ("Director of People", false),
    ("Head of Communications, Example Council", false),
    ("Human Resources", false), ("Director (Open Spaces)", false), ("Senior Responsible Owner", false), ("SRO", false), ("", false),
  ])
  func tellsNamesFromPosts(_ post: String, _ expected: Bool) { #expect(namesPerson(post) == expected) }

  /// What a column is called says what its cells hold.
  @Test(arguments: [
    (
      "d.csv", "name,dob,area\nLiam Jones,03/05/2014,North\nAnn Lee,2013-01-02,South\n",
      ["named-person Li…es", "birth-date 03…14", "birth-date 20…02"]
    ),
    ("d.csv", "\u{FEFF}Date of birth,Score\n3 May 2014,5\n", ["birth-date 3 …14"]),
    ("d.csv", "\"Date_of_Birth\",\"First name\"\n\"03/05/2014\",\"Liam\"\n", ["birth-date 03…14", "named-person …"]),
    ("d.tsv", "Surname\tBirthday\nJones-Smith\t03.05.2014\n", ["named-person Jo…th", "birth-date 03…14"]),
    ("d.md", "| Name | DOB |\n|---|---|\n| Liam Jones | 3 May 2014 |\n", ["named-person Li…es", "birth-date 3 …14"]),
    ("d.csv", "name,day\nLiam Jones,03/05/2014\n", []), ("d.csv", "field,date of birth\nheld,yes\n", []),
  ])
  func readsTablesByTheirHeadings(_ path: String, _ text: String, _ expected: [String]) {
    #expect(scanned(text, path).filter { !$0.hasPrefix("postcode") } == expected)
  }

  /// Emphasis, a link, a line's end or a spelling in an address within a number hide it from nobody who reads the page.
  @Test(arguments: [
    ("The NHS number is **401** 023 2137.", "nhs-number 40…37"), ("[401 023](https://a.example/) 2137", "nhs-number 40…37"),
    ("[401 023][a] 2137\n\n[a]: https://a.example/", "nhs-number 40…37"), ("401 _023_ `2137`", "nhs-number 40…37"),
    ("jane@gmail.**com**", "personal-email ja…om"), ("**jane**@gmail.com", "personal-email ja…om"),
    ("**password**: hunter2hunter2", "secret hu…r2"), ("password: **hunterhunter**", "secret hu…er"),
    (String(repeating: "word *by* word ", count: 40) + "401 **023** 2137" + String(repeating: " or **so**", count: 40), "nhs-number 40…37"),
    ("401 023\\\n2137", "nhs-number 40…37"), ("401&ensp;023&#8239;2137", "nhs-number 40…37"), ("401 0&shy;23 2137", "nhs-number 40…37"),
    ("write to jane@**gmail.com**", "personal-email ja…om"), ("[write](mailto:jane%40gmail.com)", "personal-email ja…om"),
    ("website: mailto:jane%40gmail.com", "personal-email ja…om"), ("ring **07911** 123456.", "mobile 07…56"),
    ("**07911 123456**", "mobile 07…56"), ("the pupil **Jane** Smith", "named-person Ja…th"), ("born on *3 May* 2014", "birth-date 3 …14"),
    ("| Year | Pupils |\n|---|---|\n| 2026 | **3** |\n", "small-number 3"),
    ("| Year | Pupils |\n|---|---|\n| 2026 | 3 (8%) |\n", "small-number 3"),
    ("* The first\n* 401 *023* 2137\n\nand 401 023 **2137**", "nhs-number 40…37, nhs-number 40…37"),
  ])
  func findsWhatReadersSee(_ text: String, _ expected: String) {
    #expect(scanned(text).joined(separator: ", ") == expected)
  }

  /// The whole stretch is hidden where it is shown, with the marks and addresses in it.
  @Test func hidesWhatReadersSee() {
    let text = "The [401 023](https://a.example/) **2137** and 4 * 3 and **bold** words."
    let found = scanPrivacy(Source(path: "a.md", bytes: Array(text.utf8)))
    #expect(found.map(\.place.excerpt) == ["The [40* ***](*****://*.*******/) ****37** and 4 * 3 and **bold** words."])
  }

  @Test(arguments: [
    // Examples and tests that belong to nobody.
    "07700 900123", "020 7946 0123", "01632 960100", "+44 7700 900 456", "QQ123456C", "jane.smith@example.org", "a@police.example.org",
    "0303 123 1113", "0800 123 4567", "NHS 999 123 4560",
    // Mailboxes of teams.
    "algorithms@council.gov.uk", "early.help.team@council.gov.uk", "foi@council.gov.uk",
    // Numbers that are something else.
    "AKIAIOSFODNN7EXAMPLE", "5 0 7 1 2 3 4 5 6 7 8 9", "9434765919", "2.4.10.1", "10.1.2.3", "section 2.3.5.1", "12-34-56", "123456789",
    "1234567890", "2026-03-14", "14 March 2026",
    "on 01-02-2024 10:30 we", "£943 476 5919", "a 0.4111111111111111 b", "ISBN 978-0-306-40615-7",
    "commit 9f86d081884c7d659a2feaa0c55ad015",
    "943 476 5918", "AB123456E", "version 1.2.3.4", "51.50, -0.12",
    // Words that only look like names.
    "the patient Safety Board", "Student Loans Company", "child Protection Plan", "pupil Premium", "children aged 5",
    "Looked After Children aged 5",
    "children born after 1 September 2015", "Miss rate", "born digital", "the NHS and GPs",
    // Words about passwords.
    "password: required", "Secret: confidential matters", "password: ********", "api key: <your key>", "no password:\n\nnext: paragraphs",
    "| Metric | Cases per 100 |\n|---|---|\n| recall | 3 |\n", "| Year | Pupils |\n|---|---|\n| 2026 | 30 |\n", "E3 ligase",
  ])
  func passes(_ text: String) {
    #expect(scanned(text) == [])
  }

  /// One stretch goes to one rule, whichever comes first; nothing is lost behind it.
  @Test func givesEachStretchToOneRule() {
    #expect(
      scanned("NHS 943 476 5919, born 14/03/2010, 07912 345678, pupil Jane Smith, aged 7, jane@gmail.com") == [
        "nhs-number 94…19", "birth-date 14…10", "mobile 07…78", "named-person Ja…th", "personal-email ja…om",
      ])
  }

  /// The text is looked at in pieces of 64 bytes: it makes no difference where they end.
  @Test func findsTheSameWhereverItStands() {
    let text = "NHS 943 476 5919, born 14/03/2010, 07912 345678, (0117) 496 0123, pupil Jane Smith, aged 7, jane@gmail.com, QQ 12 34 56 C."
    let found = scanned(text)
    for count in 0..<200 { #expect(scanned(String(repeating: "x", count: count) + "\n" + text) == found, "\(count)") }
  }

  @Test func printsNothingInFull() throws {
    let text = "---\n# NHS 943 476 5919 and jane@gmail.com\n---\n"
    let findings = scanPrivacy(Source(path: "a.md", bytes: Array(text.utf8)))
    var out: [UInt8] = []
    Console().append(findings.map(\.told), to: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == """
        error: '94…19' looks like an NHS number
         --> a.md:2:7
           |
         2 | # NHS 94* *** **19 and ja********.*om
           |       ^^^^^^^^^^^^ passes the check of an NHS number
           = why: it names one patient, for ever
           = fix: take it out
           = fix: if it is the number of something else, write it without spaces, after a word that says of what: `contract 6604876470`
           [privacy.nhs-number]

        error: 'ja…om' is an email address with a provider for private mail
         --> a.md:2:24
           |
         2 | # NHS 94* *** **19 and ja********.*om
           |                        ^^^^^^^^^^^^^^
           = why: it belongs to a person, and what is sent there is out of the organisation's hands
           = fix: write the address of a team's mailbox
           [privacy.personal-email]

        """)
  }

  /// Another rule's finding on the same line repeats nothing either.
  @Test func hidesInOtherFindingsToo() {
    let text = "mailbox: jane smith@gmail.com\nowner: NHS 943 476 5919\n"
    let source = Source(path: "a.md", bytes: Array(text.utf8))
    let others = [
      Finding("field.email", at: source.place(Span(start: 9, length: 20)), ["value": "jane smith@gmail.com"]),
      Finding("field.too-long", at: source.place(Span(start: 37, length: 16)), ["field": "owner"]),
      Finding("field.one-line", at: Place(file: "b.md", excerpt: "NHS 943 476 5919")),
    ]
    let told = veiled(scanPrivacy(source) + others, of: [source]).suffix(3)
    #expect(
      told.map { $0.place.excerpt + ($0.facts["value"].map { " | " + $0 } ?? "") } == [
        "mailbox: jane sm*********.*om | jane sm…om", "owner: NHS 94* *** **19", "NHS 943 476 5919",
      ])
  }

  @Test func wantsLandlinesInContacts() {
    let text = "contact: {phone: 01225 123456, address: 12 High Street EX1 2AB, email: jsmith@council.gov.uk}"
    let source = Source(path: "a.md", bytes: Array(text.utf8))
    #expect(scanPrivacy(source).map(\.code) == ["privacy.phone", "privacy.home-address", "privacy.email"])
    #expect(scanPrivacy(source, contacts: [Span(start: 9, length: text.utf8.count - 9)]) == [])
  }

  /// Nothing of what ships with the program sets off a rule.
  @Test func passesWhatShips() throws {
    var findings: [Finding] = []
    for folder in ["Content", "Content/kinds", "Content/audiences", "Content/tools/early-help-finder"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: Checkout.root + "/" + folder).sorted() where name.contains(".") {
        findings += scanPrivacy(try Checkout.source(folder + "/" + name))
      }
    }
    #expect(Shipped.told(findings) == "")
  }

  /// Four times as much of what the rules look at longest takes about four times as long, not sixteen.
  @Test(arguments: [
    "0 ", "1-", "a@", "A", "AB1", "born ", "pupil ", "aged 1", "(0", "+44", "password:", "-----begin ", "1 A", "&#4",
    "nhs 943 476 591", "**9** ", "[a](", "[a][", "%4", "a](%40)", "51.", "eyJ.", "eyJ-", "Aa'", "Mr Aa-", "12 High ",
    "A1 1AA 12 High Street ", "\\", "|1|\n|-|\n",
  ])
  func takesTimeInProportion(_ piece: String) {
    func nanoseconds(_ size: Int) -> UInt64 {
      let bytes = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
      let source = Source(path: "a.md", bytes: bytes)
      let start = threadTime()
      _ = scanPrivacy(source)
      return threadTime() - start
    }
    _ = nanoseconds(1000)
    let (short, long) = (nanoseconds(10_000), nanoseconds(40_000))
    #expect(long < short * 10 + 50_000_000, "\(piece.debugDescription): \(short) ns, then \(long) ns")
  }
}

/// What this thread alone has spent computing.
private func threadTime() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
