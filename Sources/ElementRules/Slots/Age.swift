import ChineseText

/// How old somebody is in full years: they count from the day after the birthday (民法典第17条所称周岁).
enum Age {
  private static let oldest = 150

  /// The age on a day of somebody born on a date of which the day may lack; nil when it is not certain.
  static func years(since birth: PartialDate, at day: PartialDate?) -> Int? {
    guard let year = birth.year, let month = birth.month, let now = day?.year, let nowMonth = day?.month
    else {
      return nil
    }
    guard let isPast = isPast((month, birth.day), (nowMonth, day?.day)) else { return nil }
    let age = now - year - (isPast ? 0 : 1)
    return (0...oldest).contains(age) ? age : nil
  }

  /// True when the birthday of the year is over.
  private static func isPast(_ birth: (month: Int, day: Int?), _ now: (month: Int, day: Int?)) -> Bool? {
    guard birth.month == now.month else { return birth.month < now.month }
    guard let born = birth.day, let today = now.day else { return nil }
    return born < today
  }
}
