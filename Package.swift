// swift-tools-version: 6.2
import PackageDescription

/// Settings that hold the line for every target of ours.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One module of the house: its name and the modules it may import, and no others.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict,
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "gazette",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gazette", targets: ["gazette"])],
  targets: [
    // C libraries; each is imported by exactly one file.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(name: "CPosix"),
    // Ours: a header.
    .systemLibrary(name: "CLanes"),

    // Leaves.
    module("Bytes", ["CLanes"]),
    module("Findings", ["Bytes"]),
    module("Ledger", ["Bytes", "CCrypto"]),

    // The line from a byte of Markdown to a page.
    module("Reading", ["Bytes", "Findings", "CCmark", "CYAML"]),
    module("Records", ["Bytes", "Findings", "Reading"]),
    module("Editions", ["Bytes", "Findings", "Reading", "Records"]),
    module("Typesetting", ["Bytes", "Reading"]),
    module("Templates", ["Bytes", "Findings", "Typesetting"]),
    module(
      "Views",
      [
        "Bytes", "Findings", "Reading", "Records", "Ledger", "Editions", "Typesetting",
        "Templates",
      ]),
    module(
      "Publishing",
      [
        "Bytes", "Findings", "Reading", "Records", "Ledger", "Editions", "Typesetting",
        "Templates", "Views", "CPosix",
      ]),
    .executableTarget(
      name: "gazette",
      dependencies: [
        "Bytes", "Findings", "Reading", "Records", "Ledger", "Editions", "Views", "Publishing",
      ],
      swiftSettings: strict,
      // Gives memory to the whole program, in place of the C library's.
      linkerSettings: [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]),

    // Drives the disk layer alone, for the fault harness; see Tests/Faults.
    .executableTarget(
      name: "disk-driver", dependencies: ["Bytes", "Ledger", "Publishing"],
      path: "Tests/Faults/Driver", swiftSettings: strict),

    // What tests of several modules stand on.
    .target(name: "Ground", dependencies: ["Findings", "Records"], path: "Tests/Ground", swiftSettings: strict),

    tests("Bytes", ["Bytes", "CLanes"]),
    tests("Findings", ["Findings", "Bytes"]),
    tests("Records", ["Bytes", "Findings", "Ground", "Reading", "Records"], exclude: ["Checks"]),
    tests("Ledger", ["Ledger", "Bytes", "Ground"]),
    tests("Publishing", ["Publishing", "Ledger", "Findings", "Bytes", "CPosix", "Ground"]),
    tests("Reading", ["Reading", "Findings", "Ground"]),
    tests("Typesetting", ["Typesetting", "Reading", "Findings", "Ground"]),
    tests("Editions", ["Editions", "Records", "Reading", "Findings", "Bytes", "Ground"]),
    tests("Gazette", ["gazette", "Publishing", "Findings", "Bytes", "Ground"]),
    tests(
      "Views",
      [
        "Bytes", "Editions", "Findings", "Ground", "Reading", "Records", "Templates", "Typesetting", "Views",
      ]),
    tests("Templates", ["Templates", "Typesetting", "Findings", "Bytes", "Ground"]),
  ]
)
