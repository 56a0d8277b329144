import ChineseText
import Foundation
import TextCore

/// Rates as they are spoken of when it is clear from the words before that interest is meant: 利息按一分五, 两分。
///
/// Shares without a span of time count by the month, as lenders do; the LPR without a multiple is once the LPR.
extension SlotReader {
  private static let interest = Cues(["利息", "息", "利率", "利", "按", "按照", "利息是", "利率是", "利息为", "利率为", "利息按"])
  private static let links = Cues(["按", "为", "是", "算", "约", "的", "：", ":", " ", "\t", "\u{3000}"])
  private static let parts = Cues(["分"])
  private static let monthly = Array("月息".utf8)
  private static let longest = 18
  private static let primeRate = Cues([
    "贷款市场报价利率", "LPR", "一年期贷款市场报价利率", "同期贷款市场报价利率", "一年期LPR", "同期LPR", "同期一年期贷款市场报价利率", "一年期市场报价利率",
    "全国银行间同业拆借中心公布的贷款市场报价利率", "全国银行间同业拆借中心公布的一年期贷款市场报价利率", "全国银行间同业拆借中心公布的同期贷款市场报价利率",
    "全国银行间同业拆借中心公布的同期一年期贷款市场报价利率",
  ])
  private static let scaled = Cues([
    "的", "四倍", "4倍", "1", "2", "3", "4", "一", "两", "三", "四", "上浮", "加", "下浮", "倍", "（", "(",
  ])

  /// The rate at `offset`.
  func rate(_ offset: Int) -> (String, Int)? {
    guard !isVague(offset) else { return nil }
    // These begin a rate only after interest, or in 按日.
    if Self.links.length(bytes, at: offset, to: end) != nil { return share(offset) ?? based(offset) }
    if let reading = Rate.read(bytes, at: offset, end: end) {
      return (reading.value.description, reading.end)
    }
    return share(offset) ?? lpr(offset) ?? based(offset) ?? unpaidPart(offset) ?? yearly(offset)
  }

  /// 最低还款额未还部分的5%: a card's damages count once for each month's bill.
  private func unpaidPart(_ offset: Int) -> (String, Int)? {
    guard Self.unpaidParts.length(bytes, before: offset, from: 0) != nil,
      let reading = PercentReader.read(bytes, at: offset, end: end)
    else { return nil }
    return ("\(reading.value)%/月", reading.end)
  }

  private static let unpaidParts = Cues([
    "未还部分的", "未还部分", "未还部分按", "未还清部分的", "未偿还部分的", "未足额偿还部分的", "未付部分的", "不足部分的", "未归还部分的",
  ])

  /// A bare 14.8% is by the year, as banks quote their rates; up to 3% it may be by the month (利率2%), and what is added to
  /// a rate (上浮30%) is none.
  private func yearly(_ offset: Int) -> (String, Int)? {
    guard Self.changes.length(bytes, before: offset, from: 0) == nil,
      let reading = PercentReader.read(bytes, at: offset, end: end),
      let value = Decimal(string: reading.value.description),
      value > 3, value <= 36
    else { return nil }
    return ("\(reading.value)%/年", reading.end)
  }

  private static let changes = Cues([
    "上浮", "下浮", "加收", "上调", "下调", "提高", "浮动", "上浮了", "的", "扣除", "承担", "占", "责任",
  ])

  /// 一分五 after 利息, or alone between two marks.
  private func share(_ offset: Int) -> (String, Int)? {
    let isAlone = offset == 0 || isMark(before: offset)
    guard isAlone || Self.interest.length(bytes, before: offset, from: 0) != nil else { return nil }
    let words = Self.monthly + bytes[offset..<min(end, offset + Self.longest)]
    guard let reading = Rate.read(words, at: 0), case .percent = reading.value.kind else { return nil }
    let stop = offset + reading.end - Self.monthly.count
    guard stop > offset, Self.parts.occur(bytes, in: offset..<stop) else { return nil }
    guard !isAlone || stop >= end || isMark(stop) else { return nil }
    return (reading.value.description, stop)
  }

  /// 二分 of 月息二分: a pattern may already have taken the words for interest.
  func tail(of rate: SlotMatch, from offset: Int) -> SlotMatch? {
    guard rate.range.lowerBound < offset, offset < rate.range.upperBound,
      Self.interest.length(bytes, before: offset, from: rate.range.lowerBound) != nil
    else { return nil }
    return SlotMatch(kind: .rate, range: offset..<rate.range.upperBound, value: rate.value)
  }

  /// 每日按未付款的万分之三: the base stands between the time and the share.
  private func based(_ offset: Int) -> (String, Int)? {
    let byDay = Self.byDay.length(bytes, at: offset, to: end)
    guard let length = byDay ?? Self.byMonth.length(bytes, at: offset, to: end) else { return nil }
    var place = offset + length
    // 按月利率2%: the rate begins at 月.
    guard Self.interestWords.length(bytes, at: place, to: end) == nil else { return nil }
    for _ in 0..<Self.longestBase where place < end && !isMark(place) {
      if let found = share(of: byDay == nil ? Self.eachMonth : Self.eachDay, place) { return found }
      place += UTF8Bytes.length(lead: bytes[place])
    }
    return nil
  }

  private func share(of unit: [UInt8], _ place: Int) -> (String, Int)? {
    guard
      PercentReader.read(bytes, at: place, end: end) != nil
        || Self.shares.length(bytes, at: place, to: end) != nil
    else { return nil }
    let words = unit + bytes[place..<min(end, place + Self.longest)]
    guard let reading = Rate.read(words, at: 0), case .percent = reading.value.kind else { return nil }
    return (reading.value.description, place + reading.end - unit.count)
  }

  private static let interestWords = Cues(["利", "息"])
  private static let shares = Cues(["万分之", "千分之", "百分之"])
  private static let longestBase = 16
  private static let (eachDay, eachMonth) = (Array("每日".utf8), Array("每月".utf8))
  private static let byDay = Cues([
    "每日", "按日", "每天", "按天", "每逾期一日", "每逾期一天", "逾期一日", "逾期一天", "每延迟一日", "每延期一天",
  ])
  private static let byMonth = Cues(["每月", "按月", "每个月", "每逾期一个月"])

  private func lpr(_ offset: Int) -> (String, Int)? {
    guard bytes[offset] >= 0x41, let length = Self.primeRate.length(bytes, at: offset, to: end) else {
      return nil
    }
    let stop = offset + length
    guard Self.scaled.length(bytes, at: stop, to: end) == nil else { return nil }
    return ("1×LPR", stop)
  }

  private func isMark(before offset: Int) -> Bool {
    UTF8Bytes.scalar(bytes, before: offset).map { isMark(offset - $0.length) } ?? true
  }
}
