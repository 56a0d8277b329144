/// Family names, for telling where a person's name may start.
///
/// Single ones by frequency in the 2020 name report of the Ministry of Public Security and the Hundred Family
/// Surnames, without those that are far more often something else in court (如 来 有 年 date words).
public enum Surname {
  private static let singleText =
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪
    范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄
    聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈
    饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇
    桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠
    豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓邰赫杭况宿鲜印逯隆茹
    诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧由郏毋
    """
  private static let doubleText =
    "欧阳 上官 司马 诸葛 司徒 令狐 皇甫 尉迟 公孙 慕容 端木 夏侯 东方 长孙 宇文 独孤 南宫 轩辕 闻人 拓跋 呼延 申屠 完颜 澹台 淳于 太史 公冶 濮阳 单于 钟离 乌云"

  private static let singles = Set(singleText.unicodeScalars.map(\.value).filter { $0 > 0x7F })
  private static let doubles = Set(
    doubleText.split(separator: " ").map { pair in
      pair.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) }
    })

  /// The first characters of all family names.
  public static let firsts = singles.union(doubles.map { UInt32($0 >> 32) })

  /// True for a family name of one character.
  public static func isSingle(_ scalar: UInt32) -> Bool { singles.contains(scalar) }

  /// True for a family name of two characters.
  public static func isDouble(_ first: UInt32, _ second: UInt32) -> Bool {
    doubles.contains(UInt64(first) << 32 | UInt64(second))
  }

  /// Characters of the family name that `text` starts with: 2, 1, or 0 for none.
  public static func length(atStartOf text: some StringProtocol) -> Int {
    let scalars = Array(text.unicodeScalars.prefix(2).map(\.value))
    if scalars.count == 2, isDouble(scalars[0], scalars[1]) { return 2 }
    return scalars.first.map(isSingle) == true ? 1 : 0
  }
}
