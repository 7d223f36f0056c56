// A publisher of nothing in particular: drives the disk layer alone, for the fault harness and for timing.
//
//   disk-driver publish ROOT FILES SEED     makes the site ROOT/Site: a third of its files differ by seed, a few come and go
//   disk-driver hold ROOT                   takes the lock, says so, and keeps it until its input ends
import Bytes
import Ledger
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

func say(_ text: String, to file: Int32 = 2) {
  let line = Array((text + "\n").utf8)
  _ = write(file, line, line.count)
}

func contents(files: Int, seed: Int) -> [(path: String, bytes: [UInt8])] {
  var made: [(path: String, bytes: [UInt8])] = [("seed", Array("\(seed)\n".utf8))]
  for index in 0..<files {
    // A few files are there for some seeds only.
    if index % 4 == 3, (index / 4 + seed) % 2 == 0 { continue }
    let varies = index % 3 == 0
    let text = "file \(index) of \(varies ? seed : 0)\n"
    let path = "tools/\(index % 3)/pages/\(index).html"
    made.append((path, Array(String(repeating: text, count: 1 + index % 50).utf8)))
  }
  return made
}

func publish(_ root: String, files: Int, seed: Int) throws -> Int32 {
  switch try Lock.take(under: root, saying: "publish \(seed)") {
  case .busy(let holder):
    say("busy: \(holder.process) \(holder.saying)")
    return 3
  case .taken(let lock):
    return try withExtendedLifetime(lock) { () throws -> Int32 in
      let stage = try Stage(for: root + "/Site")
      do {
        var lines: [SumsFile.Line] = []
        var counts: [Written: Int] = [:]
        for (path, bytes) in contents(files: files, seed: seed) {
          counts[try stage.write(path, bytes), default: 0] += 1
          lines.append(SumsFile.Line(digest: Digest(of: bytes), path: path))
        }
        if case .success(let sums) = sealSite(lines) {
          _ = try stage.write(ProofPath.site, sums.bytes)
        }
        let how = try stage.commit()
        say(
          "\(how): made \(counts[.made] ?? 0) changed \(counts[.changed] ?? 0) kept \(counts[.kept] ?? 0)")
        return 0
      } catch {
        stage.abandon()
        throw error
      }
    }
  }
}

func run(_ words: [String]) -> Int32 {
  do {
    if words.count == 5, words[1] == "publish", let files = Int(words[3]), let seed = Int(words[4]) {
      return try publish(words[2], files: files, seed: seed)
    }
    if words.count == 3, words[1] == "hold",
      case .taken(let lock) = try Lock.take(under: words[2], saying: "hold\nfor a test")
    {
      return withExtendedLifetime(lock) {
        say("held", to: 1)
        while getchar() != EOF {}
        return 0
      }
    }
    say("usage: disk-driver publish ROOT FILES SEED | hold ROOT")
    return 2
  } catch let error as DiskError {
    say("\(error.call) \(error.path): \(error.text)")
    return 4
  } catch {
    say("\(error)")
    return 4
  }
}

exit(run(CommandLine.arguments))
