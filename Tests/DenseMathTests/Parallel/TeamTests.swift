import Synchronization
import Testing

@testable import DenseMath

struct TeamTests {
  @Test("every member works in every round, whatever the size", arguments: [2, 3, 7])
  func rounds(size: Int) throws {
    let team = try #require(Team(size: size))
    #expect(team.size == size)
    let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: size * 64)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0)
    for round in 1...500 {
      // Far apart, for each member has a place of its own.
      team.run { counts[$0 * 64] += 1 }
      #expect((0..<size).allSatisfy { counts[$0 * 64] == round })
    }
  }

  @Test("what is begun is done by the others, beside the caller", arguments: [2, 3, 7])
  func beside(size: Int) throws {
    final class Tally: Sendable {
      let isOpen = Atomic(false)
      let members = Mutex<[Int]>([])
    }
    let team = try #require(Team(size: size))
    #expect(team.isIdle)
    for _ in 0..<50 {
      let tally = Tally()
      team.begin { member in
        while !tally.isOpen.load(ordering: .acquiring) { continue }
        tally.members.withLock { $0.append(member) }
      }
      // They cannot have ended before the door is opened.
      #expect(!team.isIdle)
      tally.isOpen.store(true, ordering: .releasing)
      team.wait()
      #expect(team.isIdle)
      #expect(tally.members.withLock { $0.sorted() } == Array(1..<size))
    }
    // A round waits for what was begun, and so does the end of the team.
    let tally = Tally()
    team.begin { member in tally.members.withLock { $0.append(member) } }
    var seen = 0
    team.run { member in if member == 0 { seen = tally.members.withLock { $0.count } } }
    #expect(seen == size - 1)
    team.begin { member in tally.members.withLock { $0.append(member) } }
  }

  @Test("one thread is no team")
  func alone() {
    #expect(Team(size: 1) == nil)
    #expect(Team(size: 0) == nil)
  }

  @Test("shares follow one another and leave nothing out")
  func shares() {
    for count in [0, 1, 7, 8, 9, 100, 784] {
      for members in 1...9 {
        for quantum in [1, 8, 64] {
          var next = 0
          for member in 0..<members {
            let share = Team.share(of: count, member: member, members: members, quantum: quantum)
            #expect(share.lowerBound == next || share.isEmpty)
            #expect(share.lowerBound % quantum == 0 || share.isEmpty)
            next = max(next, share.upperBound)
          }
          #expect(next == count)
        }
      }
    }
  }
}
