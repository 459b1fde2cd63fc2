/// A number of things in English: `counted(1, "epoch")` is "1 epoch", `counted(4000, "image")`
/// "4,000 images".
func counted(_ count: Int, _ thing: String) -> String {
  "\(DisplayNumber.grouped(count)) \(thing)\(count == 1 ? "" : "s")"
}

/// A part of the things of a page, in English: "3 of 5 layers are shown."
func counted(_ count: Int, of all: Int, _ thing: String, are state: String) -> String {
  "\(DisplayNumber.grouped(count)) of \(counted(all, thing)) \(count == 1 ? "is" : "are") \(state)."
}
