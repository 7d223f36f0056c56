import Foundation
import Testing

/// Editions signed with the operator's key, as `ssh-keygen` makes and checks them.
@Suite struct SignedTests {
  /// Two editions, both signed; `signers` names the key and `others` another.
  private func signed() throws -> TemporaryRegister {
    let register = try SmallRegister.unpublished()
    let made = try shell(
      """
      cd \(register.path) && for key in key other; do ssh-keygen -q -t ed25519 -N '' -f $key
      printf 'register@example.org namespaces="gazette" %s\\n' "$(cat $key.pub)" > $key.signers; done
      """)
    #expect(made.exit == 0, "\(made.errors)")
    for (record, day) in [(SmallRegister.first, "2026-01-15"), (SmallRegister.third, "2026-03-02")] {
      try register.write("Content/tools/finder/record.md", record)
      try SmallRegister.approve(register, on: day)
      let done = try register.gazette("publish", "--on", day, "--sign-with", register.path + "/key")
      #expect(done.exit == 0, "\(done.errors)")
    }
    return register
  }

  @Test func everySignatureIsChecked() throws {
    let register = try signed()
    let verify = { (signers: String) in try register.gazette("verify", "--no-pages", "--signers", "\(register.path)/\(signers).signers") }
    let sound = try verify("key")
    #expect(sound.exit == 0 && sound.errors.contains("2 signatures"), "\(sound.errors)")
    let other = try verify("other")
    #expect(other.exit == 3 && other.output.hasPrefix("error: the signature of edition 1 "), "\(other.output)")
    let kept = try register.read("Site/editions/2/SHA256SUMS.sig")
    try register.write("Site/editions/2/SHA256SUMS.sig", try register.read("Site/editions/1/SHA256SUMS.sig"))
    _ = try shell(
      "cd \(register.path)/Site && sed -i \"s|^[0-9a-f]*\\(  editions/2/SHA256SUMS.sig\\)$|$(sha256sum editions/2/SHA256SUMS.sig | cut -c1-64)\\1|\" SHA256SUMS"
    )
    let swapped = try verify("key")
    #expect(swapped.exit == 3 && swapped.output.hasPrefix("error: the signature of edition 2 "), "\(swapped.output)")
    #expect(kept != (try register.read("Site/editions/2/SHA256SUMS.sig")))
  }

  /// The chain that a first signature closes holds what was published before it; after it none may be missing, nor may the newest.
  @Test func signingMayBeginLate() throws {
    let register = try signed()
    let verify = { (removed: Int) in
      let path = "editions/\(removed)/SHA256SUMS.sig"
      let kept = try register.read("Site/" + path)
      let all = try register.read("Site/SHA256SUMS")
      try FileManager.default.removeItem(atPath: register.path + "/Site/" + path)
      _ = try shell("cd \(register.path)/Site && sed -i '\\|  \(path)$|d' SHA256SUMS")
      let ran = try register.gazette("verify", "--no-pages", "--signers", "\(register.path)/key.signers")
      try register.write("Site/" + path, kept)
      try register.write("Site/SHA256SUMS", all)
      return ran
    }
    let late = try verify(1)
    #expect(late.exit == 0 && late.errors.contains("1 signature good"), "\(late.output) \(late.errors)")
    let newest = try verify(2)
    #expect(newest.exit == 3 && newest.output.hasPrefix("error: edition 2 is not signed"), "\(newest.output)")
  }

  @Test func anEditionThatCannotBeSignedIsNotMade() throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    try SmallRegister.approve(register, on: "2026-01-15")
    try register.write("key", "no key\n")
    let refused = try register.gazette("publish", "--on", "2026-01-15", "--sign-with", register.path + "/key")
    #expect(refused.exit == 4)
    #expect(refused.errors.hasPrefix("gazette: the edition could not be signed: "), "\(refused.errors)")
    #expect(refused.errors.hasSuffix("The site is as it was before.\n"))
    #expect(!FileManager.default.fileExists(atPath: register.path + "/Site"))
  }
}
