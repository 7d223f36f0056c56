import Editions
import Views

/// Makes `data/releases.ndjson` from the records that stand on the site by now, some at a time: the history of a register is never
/// held at once, and grows at its end.
struct Releases {
  private let news: [News]
  private let site: Site
  private let sink: any SiteSink
  private let threads: Int
  private var next = 0

  /// How many records are read at once.
  private static let portion = 128

  init(_ view: RegisterView, from sink: any SiteSink, threads: Int) {
    news = view.news
    site = view.site
    self.sink = sink
    self.threads = threads
  }

  var isEmpty: Bool { news.isEmpty }

  /// The next lines; nothing at the end.
  mutating func piece() throws(DiskError) -> [UInt8]? {
    guard next < news.count else { return nil }
    let some = Array(news[next..<min(next + Releases.portion, news.count)])
    next += some.count
    let (site, sink) = (site, sink)
    let lines = parallel(some.count, threads: threads) { number -> Result<[UInt8], DiskError> in
      let news = some[number]
      do throws(DiskError) {
        let record = news.hasRecord ? try sink.read(news.recordPath) : nil
        return .success(releaseLine(news, record: record, in: site))
      } catch { return .failure(error) }
    }
    var piece: [UInt8] = []
    for line in lines { piece += try line.get() }
    return piece
  }
}
