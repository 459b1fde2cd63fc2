package import Experiments
import Provenance

/// A result in which one number was changed, by as much as a reader would see.
///
/// What is changed is in the middle of the first array of a kind that is drawn. Of counts as many
/// are taken from one as are added to the next, so that they stay a whole.
package struct NumberMutation<Result: ExperimentResult> {
  /// nil where there is no such array.
  package let result: Result?

  /// - Parameter skipped: Arrays that are passed over.
  package init(_ result: Result, skipping skipped: Int = 0) throws {
    let json = try JSONValueEncoder(root: "result").encode(result)
    var left = skipped + 1
    let altered = Self.altered(json, key: "", &left)
    self.result =
      left == 0 ? try JSONValueDecoder(root: "result").decode(Result.self, from: altered) : nil
  }

  /// - Parameter left: Arrays to come to, the last of which is altered; 0 when that is done.
  private static func altered(_ json: JSONValue, key: String, _ left: inout Int) -> JSONValue {
    guard left > 0 else { return json }
    switch json {
    case .object(let members):
      return .object(
        members.map { member in
          member.key == "config"
            ? member
            : JSONMember(
              key: member.key, value: altered(member.value, key: member.key, &left))
        })
    case .array(let elements):
      let numbers = elements.compactMap(\.numberValue)
      if numbers.count == elements.count, let other = altered(numbers, key) {
        left -= 1
        return left == 0 ? .array(other.map(JSONValue.number)) : json
      }
      return .array(elements.map { altered($0, key: key, &left) })
    default: return json
    }
  }

  private static func altered(_ numbers: [Double], _ key: String) -> [Double]? {
    guard numbers.count >= 3 else { return nil }
    var numbers = numbers
    let middle = numbers.count / 2
    switch key {
    case "reports": numbers[middle] *= 1.5
    case "losses", "gradientNorm": numbers[middle] = Double(Float(numbers[middle] * 1.5))
    case "trainingAccuracy": numbers[middle] += numbers[middle] > 0.5 ? -0.25 : 0.25
    case "y": numbers[middle] += 0.75
    case "counts":
      guard let most = numbers.max(), let index = numbers.firstIndex(of: most), most > 1 else {
        return nil
      }
      let part = (most / 2).rounded(.down)
      numbers[index] -= part
      numbers[index == 0 ? 1 : index - 1] += part
    default: return nil
    }
    return numbers
  }
}
