package import Bytes
package import Findings
import Reading

/// What a check may look at: one tool, what may be written, and the day it is asked on.
package struct CheckContext: Sendable {
  package let tool: Tool
  package let vocabulary: Vocabulary
  package let today: Day
  /// Whether the register holds a tool or, as `tool/document`, a document; nothing where that is not known.
  package let holds: (@Sendable (String) -> Bool)?
  /// Every passage that somebody reads; gathered once, for all checks that measure words.
  var texts: [ReadText] = []

  package init(tool: Tool, vocabulary: Vocabulary, today: Day, holds: (@Sendable (String) -> Bool)? = nil) {
    self.tool = tool
    self.vocabulary = vocabulary
    self.today = today
    self.holds = holds
  }
}

/// Everything that is wrong with a tool as its documents stand together.
///
/// Each check is a function of the context in a file of its own in `Checks/`; none knows of another. What is wrong with a single value's
/// form was said when it was understood. Errors of one file over the reader's limit are summed up, as those of form are.
package func check(_ context: CheckContext) -> [Finding] {
  var context = context
  context.texts = context.readTexts()
  return checks.flatMap { $0(context) }.summedUp(limit: Limits().findings)
}

private let checks: [@Sendable (CheckContext) -> [Finding]] = [
  checkCompleteness,
  checkKindRules,
  checkNamedDocuments,
  checkReviews,
  checkEndings,
  checkAudiences,
  checkFigures,
  checkFigureGroups,
  checkFigureAgreement,
  checkPeriods,
  checkToldNumbers,
  checkTypedFigures,
  checkReading,
  checkLinks,
  checkAttachments,
  checkPrivacy,
]
