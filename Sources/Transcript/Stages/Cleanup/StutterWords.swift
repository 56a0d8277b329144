/// Word lists of the stutter rules; the reduplications are those of clean hearings, statutes and judgments.
enum StutterWords {
  /// One-character words that begin a clause and are never doubled in Chinese.
  static let starters = Set("在是要从以可应会能得只当已并根请认同跟向对用让比再才又更某其而且或若及与住去说等".unicodeScalars.map(\.value))

  /// Question characters: a unit that holds one is said twice on purpose (叫他干啥他干啥).
  static let asking = Set("啥咋谁哪么怎何".unicodeScalars.map(\.value))

  /// Characters whose doubling is a word: 看看 天天 妈妈 刚刚 兰兰.
  static let doubled = Set(
    ("天看爸娃慢谢说妈年听好婆问太恰妹想奶爷明弟讲刚哥公点姐叔舅等孃嬢满边谈干算查念净停陪擦呼月零碎真整弄老花毛瞅圈方来缓角偷坡水改走样指"
      + "试放挑孙求人家某往多常纷渐仅频暗悄默苦辛高兴马虎远通偏屡草匆区足层种条件处时日夜户村个笔张项次回世代星宝娃芳丽平蒙群琳彤爽稳摸翻补坐"
      + "玩笑闹聊歇躺跑写画摆拜唠咬吵亲舔闻尝摇挥拍敲打扫洗擦修找谁单白静轻厚薄红绿黑圆尖胖瘦脏旧新甜酸辣热冷凉乖嘻哈呵嘿咚咔叮哗轰隆嗡咕喳叽"
      + "琴英华秀萍娟珍燕菲婷莉晨欣蕾露媛甜楠佳玲倩蓉冰雪晶洋涛强军飞亮超龙虎牛豆果乐安康宁欢喜庆福贵财旺盼思念恋诗雨雯文")
      .unicodeScalars.map(\.value))

  /// Two-character words whose doubling is a word: 商量商量 考虑考虑 非常非常.
  static let doubledWords = Set(
    Word.list(
      "商量 考虑 研究 掂量 合计 意思 活动 冷静 寻思 帮衬 观察 吓唬 宽限 照顾 讨论 协商 了解 打听 核实 核对 确认 解释 说明 回忆 调解 沟通 "
        + "学习 休息 锻炼 教育 打扫 收拾 整理 修理 检查 准备 介绍 交流 比较 分析 处理 表示 适应 反省 教训 配合 体谅 理解 原谅 通融 照应 关照 评论 "
        + "计算 盘算 琢磨 考察 参考 统计 清理 反映 思考 尝试 体验 放松 凑合 糊弄 溜达 转悠 打算 核算 对照 补充 调整 联系 安排 张罗 拾掇 回顾 归纳 "
        + "总结 梳理 催促 提醒 劝说 化解 缓和 参谋 拉扯 招呼 走访 调查 取证 反思 感受 品味 清醒 计较 评价 鉴别 辨认 指认 翻看 非常 特别 十分 相当 "
        + "永远 好多 很多 好好 慢慢 多少 怎么 来回 进出 咋地 一直 毕竟 客服"
    ).map(\.scalars))

  /// Words that open a phrase and so are not said twice on purpose.
  static let functionWords = Set(
    Word.list(
      "我们 他们 她们 你们 咱们 我方 本案 这个 那个 这些 那些 这样 那样 因为 所以 但是 如果 而且 然后 就是 还是 或者 虽然 由于 根据 按照 "
        + "依据 关于 对于 有权 应当 应该 可以 可能 需要 已经 当时 现在 后来 没有 不是 不能 不会 不要 不用 认为 觉得 要求 必须 为了 除了 通过"
    ).map(\.scalars))

  /// Function words that may also be a whole answer or close a clause.
  private static let answers = Set(
    Word.list("可以 没有 不是 不能 不会 不要 不用 应该 可能 现在 这样 那样 这个 那个 我们 他们 你们 要求 当时 需要").map(\.scalars))
  private static let people = Set(Word.list("我们 他们 她们 你们 咱们 这个 那个").map(\.scalars))

  /// True when the word repeated across a comma cannot close its clause there.
  static func cannotEnd(_ speech: SpeechScalars, _ repetition: Repetition) -> Bool {
    let unit = Array(speech.values[repetition.start..<(repetition.start + repetition.length)])
    if people.contains(unit) {
      return speech.startsClause(repetition.start) && speech.has(.predicate, at: repetition.end)
    }
    return !answers.contains(unit)
  }

  /// Words that end in a function character: 现在 存在 因为 还是.
  static let straddles = Set(
    Word.list(
      "现在 存在 实在 所在 自在 潜在 健在 成就 造就 迁就 将就 首都 全都 成都 大都 帝都 古都 丰都 于都 望都 江都 花都 新都 信都 都都 把把 一把 两把 火把 车把 门把 所把 几把 "
        + "植被 棉被 自从 服从 听从 跟从 顺从 遵从 盲从 无从 侍从 众从 按按 起因 原因 成因 病因 死因 诱因 其因 何因 事因 内因 外因 基因 会所 厕所 "
        + "派出所 事务所 住所 场所 处所 出所 务所 究所 疗所 生所 戒所 看守所 守所 交易所 易所 证所 研究所 诊所 定所 养所 法所 假如 例如 比如 犹如 "
        + "不如 诸如 譬如 突如 何如 自如 沉没 淹没 吞没 埋没 有没 没没 要不 是不 能不 对不 行不 好不 肯不 来不 去不 无不 从不 不不 决不 绝不 可不 "
        + "不但 非但 在这 那那 这这 逐个 巴不 差不 了不 罚没 出没 好不 也也 吃不 得不 收不 签不 认不 给不 还不 看不 记不 到不 是没 收没 说没 还没"
    ).map { Array($0.scalars.suffix(2)) })
}
