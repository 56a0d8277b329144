/// Characters with several readings that occur in court speech and names, the most usual first.
enum Polyphones {
  private static let text = """
    行 xing hang heng|还 hai huan|长 chang zhang|和 he huo hu|着 zhe zhao zhuo|得 de dei|地 di de|都 dou du|重 zhong chong
    单 dan shan chan|仇 chou qiu|区 qu ou|曾 zeng ceng|查 cha zha|解 jie xie|朴 pu piao|尉 wei yu|宁 ning|召 zhao shao
    缪 miao mou|谌 chen shen|乐 le yue|翟 zhai di|覃 qin tan|薄 bao bo|柏 bai bo|卜 bu bo|车 che ju|说 shuo shui|了 le liao
    藏 cang zang|弹 tan dan|调 diao tiao|度 du duo|恶 e wu|佛 fo fu|核 he hu|会 hui kuai|系 xi ji|给 gei ji|便 bian pian
    传 chuan zhuan|假 jia|降 jiang xiang|结 jie|卷 juan|壳 ke qiao|露 lu lou|落 luo la lao|没 mei mo|模 mo mu|炮 pao bao
    铺 pu|强 qiang jiang|切 qie|亲 qin qing|雀 que qiao|什 shen shi|省 sheng xing|识 shi zhi|似 si shi|宿 su xiu
    提 ti di|吐 tu|吓 xia he|校 xiao jiao|血 xue xie|咽 yan ye|与 yu|载 zai|炸 zha|折 zhe she|只 zhi|钻 zuan|作 zuo
    角 jiao jue|觉 jue jiao|熬 ao|厦 sha xia|茜 qian xi|莎 sha suo|曝 bao pu|贾 jia gu|谁 shui shei|这 zhe zhei|那 na nei
    哪 na nei|嗯 en|氏 shi zhi|盖 gai ge|石 shi dan|沓 ta da|拓 tuo ta|扎 zha za|咳 ke hai|剥 bo bao|削 xiao xue
    参 can shen cen|差 cha chai ci|称 cheng chen|乘 cheng sheng|盛 sheng cheng|匙 chi shi|臭 chou xiu|畜 chu xu|幢 chuang zhuang
    答 da|大 da dai|待 dai|的 de di|钉 ding|斗 dou|囤 tun dun|坊 fang|否 fou pi|伽 jia qie ga|杆 gan|更 geng|蛤 ha ge|红 hong gong
    夹 jia ga|茄 qie jia|监 jian|见 jian xian|嚼 jiao jue|劲 jin jing|颈 jing geng|据 ju|龟 gui jun qiu|括 kuo gua|烙 lao luo
    勒 le lei|肋 lei le|俩 lia liang|陆 lu liu|六 liu lu|率 lv shuai|绿 lv lu|抹 mo ma|脉 mai mo|蔓 man wan|氓 mang meng|秘 mi bi
    娜 na nuo|粘 zhan nian|弄 nong long|疟 nve yao|迫 po pai|胖 pang pan|栖 qi xi|其 qi ji|稽 ji qi|期 qi ji|奇 qi ji|纤 xian qian
    翘 qiao|嵌 qian|塞 sai se|色 se shai|丧 sang|厕 ce si|煞 sha|杉 shan sha|蛇 she yi|葚 shen ren|熟 shu shou|属 shu zhu|数 shu shuo
    忪 song zhong|遂 sui|踏 ta|苔 tai|帖 tie|瓦 wa|圩 wei xu|尾 wei yi|遗 yi wei|吁 xu yu|员 yuan yun|筠 yun jun|轧 zha ya|咋 za zha
    择 ze zhai|侧 ce zhai|占 zhan|症 zheng|殖 zhi shi|轴 zhou|著 zhu zhe|爪 zhua zhao|琢 zhuo zuo|仔 zi zai|综 zong zeng|柜 gui ju
    叶 ye xie|艾 ai yi|万 wan mo|尹 yin|俞 yu shu|乜 mie nie|洗 xi xian|冼 xian|员 yuan yun|祭 ji zhai|逄 pang|邸 di|郗 xi chi|褚 chu zhu
    阚 kan|隗 wei kui|那 na nei|盖 gai ge|祝 zhu|兴 xing|旅 lv|履 lv|律 lv|虑 lv|屡 lv|略 lve|掠 lve|虐 nve|女 nv|旋 xuan|巷 xiang hang
    百 bai bo|白 bai bo|薛 xue|约 yue yao|钥 yao yue|要 yao|正 zheng|证 zheng|殷 yin yan|咯 lo ge ka|呆 dai|堡 bao pu bu|埔 pu bu|蚌 beng bang
    蔚 wei yu|莘 xin shen|晟 sheng cheng|种 zhong chong|黑 hei he|繁 fan po|句 ju gou|宓 mi fu|阿 a e|於 yu wu|佴 nai er|适 shi kuo|沈 shen chen
    """

  /// Readings by scalar.
  static let table: [UInt32: [Syllable]] = {
    var table: [UInt32: [Syllable]] = [:]
    for entry in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let parts = entry.split(separator: " ")
      let readings = parts.dropFirst().compactMap { Syllable(pinyin: $0) }
      guard let scalar = parts.first?.unicodeScalars.first, !readings.isEmpty else { continue }
      table[scalar.value] = readings
    }
    return table
  }()
}
