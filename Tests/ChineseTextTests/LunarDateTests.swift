import Testing

@testable import ChineseText

/// Lunar days as they are spoken; the civil days are those of the published calendar (紫金山天文台).
@Suite struct LunarDateTests {
  @Test(arguments: [
    ("2022年腊月二十六", 2022, "2023-01-17"), ("2021年农历三月初十", 2021, "2021-04-21"),
    ("2023年八月廿三", 2023, "2023-10-07"),
    ("正月初一", 2023, "2023-01-22"), ("农历八月十五", 2023, "2023-09-29"), ("冬月初八", 2020, "2020-12-22"),
    ("五月初五", 2020, "2020-06-25"), ("腊月三十", 2023, "2024-02-09"),
  ])
  func days(words: String, year: Int, civil: String) throws {
    let bytes = Array(words.utf8)
    let reading = try #require(LunarDate.read(bytes, at: 0))
    #expect(reading.end == bytes.count)
    #expect(reading.value.gregorian(year: reading.value.year ?? year)?.iso == civil)
  }

  /// Civil dates, months alone and days that a month does not have.
  @Test func noLunarDays() {
    for words in ["八月十五", "2022年8月15日", "农历八月", "腊月里", "五月十日", "初五", "闰二月初三"] {
      #expect(LunarDate.read(Array(words.utf8), at: 0) == nil, "\(words)")
    }
    #expect(LunarDate(year: nil, month: 2, day: 30).gregorian(year: 2023) == CalendarDate(iso: "2023-03-21"))
    #expect(LunarDate(year: nil, month: 12, day: 30).gregorian(year: 2024) == nil)
  }
}
