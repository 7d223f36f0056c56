extension Rule {
  /// Rules about a published site's proof; each is told by `gazette verify`, the first thing that does not fit first.
  static let proof: [Rule] = proofOfFiles + proofOfChain + proofOfPages

  private static let back = "put back the file from git or a mirror"

  private static let proofOfFiles: [Rule] = [
    Rule(
      "proof.missing", .error, "{file} is missing",
      labels: [], why: "it was published; without it the record is not whole",
      fixes: [back, "there is '{found}': this copy was made where capitals do not count; copy it again"]),
    Rule(
      "proof.irregular", .error, "{file} is no plain file",
      why: "a link or a device can show something else tomorrow", fixes: [back]),
    Rule(
      "proof.altered", .error, "{file} is not what was published",
      why: "its bytes come to {found}, and {list} holds {expected}",
      fixes: [back, "or find out who changed it: `git log -p -- {file}`"]),
    Rule(
      "proof.misspelt", .error, "{file} is not spelt as a sums file",
      why: "a list with two readings proves nothing", fixes: [back]),
    Rule(
      "proof.unlisted", .error, "{file} stands in no list",
      why: "nothing may stand among what was published that was not", fixes: ["take the file away"]),
    Rule(
      "proof.unplain", .error, "the name {file} could be another file on another computer",
      why: "an auditor's copy would not be the same", fixes: ["take the file away, or copy the site again"]),
    Rule(
      "proof.unredacted", .error, "{file} was redacted and is there",
      why: "what was taken out of public must stay out", fixes: ["take the file away"]),
    Rule(
      "proof.unfounded", .error, "an edition says that {file} was redacted, and it was never published so",
      why: "a redaction of something else could hide a change", fixes: [back]),
  ]

  private static let proofOfChain: [Rule] = [
    Rule(
      "proof.unchained", .error, "the chain of editions is cut at {file}",
      why: "an edition must hold the hash of the one before, or any of them could have been exchanged",
      fixes: [back]),
    Rule(
      "proof.unrecorded", .error, "{file} does not hold its edition's own record",
      why: "date, note and approvals of the edition would not be proved", fixes: [back]),
    Rule(
      "proof.misplaced", .error, "{file} was not this edition's to freeze",
      why: "an edition freezes its own files and no others", fixes: [back]),
    Rule(
      "proof.refrozen", .error, "{file} was frozen twice",
      why: "what was published once never changes", fixes: [back]),
    Rule(
      "proof.skipped", .error, "{file} is not the tool's next version",
      why: "versions are numbered without gaps, so that none can be left out unseen", fixes: [back]),
    Rule(
      "proof.rewritten", .error, "the ledger does not begin with the older copy's",
      why: "history was rewritten since that copy was made: this line was {expected} there, and is {found} here",
      fixes: ["ask the publisher why; keep the older copy"]),
    Rule(
      "proof.shorter", .error, "the ledger ends at edition {found}, and the older copy's at edition {expected}",
      why: "editions that were public once are not there any more, unless the two copies were named the wrong way round",
      fixes: [
        "name the older copy last: `gazette verify NEWER --extends OLDER`",
        "if they were named rightly, ask the publisher why; keep the older copy",
      ]),
    Rule(
      "proof.unledgered", .error, "{file} has no line in LEDGER",
      why: "either the end of LEDGER was cut off, which hides an edition, or this edition was never published",
      fixes: [
        "put LEDGER back from git or a mirror: the older one must be the beginning of the newer",
        "only where no copy of LEDGER has the line, take the edition's folder away",
      ]),
    Rule(
      "proof.approval", .error, "the approval by {role} is not for version {version} of '{tool}'",
      why: "an approval holds for exactly the bytes that were approved", fixes: [back]),
    Rule(
      "proof.digest", .error, "version {version} of '{tool}' does not come to the digest its edition holds",
      why: "the files are not those that were approved", fixes: [back]),
    Rule(
      "proof.unsigned", .error, "edition {edition} is not signed",
      why: "signers were named: from the first edition that was signed on, each is expected to be, and the newest in any case",
      fixes: ["ask the publisher for the signature of this edition"]),
    Rule(
      "proof.signature", .error, "the signature of edition {edition} does not hold: {problem}",
      why: "somebody else may have made this edition",
      fixes: ["ask the publisher, by another way than this site, for the keys it signs with"]),
  ]

  private static let proofOfPages: [Rule] = [
    Rule(
      "proof.page", .error, "{file} is not what the frozen files give",
      why: "readers see this page, and it was changed without a new version",
      fixes: ["publish again: the pages are made anew from what is frozen", back]),
    Rule(
      "proof.unmade", .error, "{file} is made from nothing that is frozen",
      why: "readers could take it for a part of the record", fixes: ["take the file away"]),
    Rule(
      "proof.other-theme", .warning, "the pages may have been made with another theme than the one here",
      why: "the newest edition was published with the theme '{theme}' in another state",
      fixes: ["verify with the theme of that day, or publish the pages anew"]),
  ]
}
