import Testing
import TextCore

@Suite struct ParallelMapTests {
  @Test(arguments: [nil, 1, 2, 7, 1000]) func resultsStandInInputOrder(_ jobs: Int?) {
    #expect(ParallelMap.run(Array(0..<100), jobs: jobs) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(ParallelMap.run([Int](), jobs: jobs) { $0 } == [])
  }
}
