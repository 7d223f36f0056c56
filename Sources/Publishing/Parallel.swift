import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Does so many pieces of work on so many threads, each thread taking the next piece as it gets free, and gives the results in order.
///
/// The work is a function of its number alone, so the results are the same whatever the number of threads.
package func parallel<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let workers = max(1, min(threads, count))
  if workers == 1 { return (0..<count).map(work) }
  let crew = Crew(count: count, work: work)
  var running: [pthread_t] = []
  for _ in 1..<workers {
    if let thread = crew.start() { running.append(thread) }
  }
  crew.run()
  for thread in running { pthread_join(thread, nil) }
  return crew.results()
}

/// How many threads the machine runs at once.
package func processors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

private final class Crew<Result: Sendable>: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let next = Atomic<Int>(0)
  private let done: Mutex<[Result?]>

  init(count: Int, work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
    done = Mutex(Array(repeating: nil, count: count))
  }

  func run() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let result = work(number)
      done.withLock { $0[number] = result }
    }
  }

  func start() -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Start { self.run() })
    let failed = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    if failed != 0 {
      box.release()
      return nil
    }
    return thread
  }

  /// They are handed over: whoever asks for them has the only ones.
  func results() -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    let all = done.withLock { done in
      defer { done = [] }
      return done
    }
    for case let result? in all { results.append(result) }
    return results
  }
}

private final class Start: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
