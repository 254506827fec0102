using System.Collections.Frozen;
using System.Text;

namespace CrossBorder.Verification.Identity;

/// <summary>
/// Traditional characters and regional variants met in personal names, each with the simplified one.
/// Characters written the same on both sides are not listed. Written for this product; a pair that is missing makes
/// two names differ, which an officer then decides. Two traditional characters with one simplified form (鍾, 鐘) become alike,
/// as they are on every simplified document.
/// </summary>
internal static class HanVariants
{
    /// <summary>Pairs: traditional or variant first, simplified second.</summary>
    private const string Pairs =
        // family names
        "陳陈張张黃黄吳吴趙赵劉刘楊杨孫孙馬马羅罗鄭郑謝谢許许鄧邓韓韩馮冯蕭萧葉叶蔣蒋蘇苏盧卢呂吕鍾钟鐘钟譚谭陸陆範范賈贾韋韦鄒邹閻阎龐庞賀贺龔龚錢钱嚴严萬万湯汤賴赖" +
        "溫温莊庄關关歐欧陽阳麥麦賓宾區区顏颜駱骆華华饒饶聶聂邊边齊齐倫伦習习龍龙魯鲁車车蘭兰鄺邝喬乔項项祿禄婁娄竇窦繆缪談谈儲储單单費费畢毕衛卫賁贲時时閔闵紀纪強强" +
        "嶽岳衞卫蔔卜羣群祕秘峯峰裏里鬱郁遊游誌志彊强昇升陞升甯宁於于儁俊傑杰" +
        // given names
        "國国偉伟麗丽軍军靜静鳳凤蓮莲瓊琼瑩莹瓏珑慶庆榮荣貴贵財财寶宝銀银銘铭鈞钧鋒锋錦锦鎮镇鐵铁鋼钢鉅钜錫锡錚铮鎔镕鈺钰鈴铃銳锐鏡镜鏗铿鑑鉴鑒鉴" +
        "學学業业樂乐興兴義义禮礼賢贤賜赐質质贊赞贇赟達达運运遠远進进連连邁迈遜逊選选遷迁還还邇迩" +
        "詠咏詩诗誠诚諾诺謙谦諭谕謀谋謹谨諒谅論论議议譽誉讓让詳详誼谊調调訓训設设評评詞词語语説说說说識识證证" +
        "維维綺绮緯纬綸纶經经緒绪績绩繼继續续純纯紅红級级紹绍綠绿縈萦縉缙緻致繡绣織织綉绣紋纹細细終终絲丝綱纲緣缘緹缇緋绯" +
        "東东樺桦權权棟栋樹树標标橋桥楨桢檳槟柵栅棗枣機机極极樓楼構构" +
        "煥焕煒炜燁烨燦灿爍烁熾炽營营燈灯燾焘煉炼熒荧" +
        "漢汉澤泽濤涛潔洁潤润濱滨溝沟湧涌滿满瀾澜滄沧淵渊淨净淺浅淚泪渾浑濟济瀟潇瀅滢灝灏灣湾洶汹湞浈渙涣溈沩滬沪" +
        "嬌娇婭娅嫺娴嫻娴嬋婵媯妫孌娈嬈娆婦妇媧娲孃娘" +
        "啟启啓启喚唤嘯啸噹当嚮向員员唄呗問问" +
        "堅坚塵尘場场壇坛塊块壽寿壯壮奮奋奧奥奪夺夢梦寧宁審审寬宽實实寵宠將将專专尋寻導导對对" +
        "屆届屬属岡冈島岛峽峡崢峥嶸嵘嶺岭巒峦巖岩崑昆崙仑嵐岚嶼屿" +
        "師师帥帅帶带幣币幹干廣广廬庐庫库廟庙廠厂廳厅彌弥彈弹彥彦後后從从復复徵征徹彻" +
        "憲宪懷怀戀恋愛爱憶忆應应恆恒悅悦愜惬惲恽愷恺憐怜懸悬" +
        "揚扬擇择據据攜携撫抚撈捞掄抡換换損损搖摇擁拥擔担" +
        "斂敛數数敵敌" +
        "晉晋暉晖曄晔曉晓暢畅曆历曇昙晝昼暈晕" +
        "書书會会朧胧朮术" +
        "歡欢歲岁歷历歸归" +
        "氣气" +
        "爾尔牽牵猶犹獨独獻献獅狮玨珏瑋玮琺珐瑤瑶璣玑璉琏環环璽玺瑪玛璦瑷瓔璎琿珲珮佩" +
        "產产畫画異异當当療疗發发盡尽監监盤盘眾众矯矫碩硕礎础礪砺確确祐佑禎祯禪禅禦御稱称穎颖積积穩稳窮穷" +
        "競竞筆笔節节築筑簡简籃篮籌筹籬篱" +
        "聖圣聞闻聯联聰聪聲声職职聽听聳耸肅肃脈脉腦脑膽胆臨临臺台" +
        "舉举艷艳艶艳藝艺蒼苍蓋盖蔭荫薦荐薈荟蕓芸薔蔷藍蓝藥药蘆芦蘊蕴蘋苹蓀荪莖茎莢荚萊莱葦苇蔥葱葒荭" +
        "號号虛虚蝦虾蟬蝉術术衝冲裝装補补見见規规視视親亲覺觉覽览觀观" +
        "豐丰貝贝貞贞負负貢贡貫贯責责貽贻資资賦赋賞赏賽赛贏赢" +
        "趨趋躍跃軒轩軟软載载輝辉輪轮輔辅輕轻輯辑轍辙辦办辭辞農农" +
        "鄉乡鄰邻醫医釋释" +
        "長长門门開开間间閏闰閣阁閑闲閱阅闊阔闖闯隊队階阶際际陰阴隨随險险隱隐" +
        "雋隽雖虽雙双雜杂離离難难雲云電电霧雾靄霭靈灵" +
        "頁页頂顶順顺頌颂預预頓顿頗颇領领頤颐頡颉顯显願愿顧顾顥颢類类頻频題题額额" +
        "風风飄飘飛飞養养館馆馳驰駒驹駿骏騰腾驊骅騫骞驍骁驕骄驥骥駟驷驛驿騎骑" +
        "魚鱼鮑鲍鯉鲤鯤鲲鴻鸿鵬鹏鶴鹤鷹鹰鸞鸾鳴鸣鷗鸥鸝鹂鶯莺鴛鸳鵑鹃鳥鸟鷺鹭" +
        "點点黨党齡龄儀仪億亿優优儷俪儼俨償偿僑侨傳传倉仓側侧傘伞備备們们個个倆俩來来侖仑" +
        "兒儿內内兩两冊册凱凯劍剑剛刚創创劃划劇剧勁劲動动務务勝胜勞劳勢势勳勋勵励勻匀協协卻却參参叢丛" +
        "圖图園园圓圆團团執执報报壺壶處处夠够頭头妝妆姪侄姊姐嫵妩孿孪宮宫寢寝" +
        "爭争為为爲为無无煙烟熱热牆墙狀状現现瑣琐甌瓯畝亩瘋疯盜盗睏困瞭了礙碍竊窃糧粮網网羨羡翹翘" +
        "與与舊旧艦舰蘿萝蟲虫衆众製制複复訂订訪访詢询讚赞豔艳貓猫貨货賣卖買买軌轨轉转這这過过" +
        "郵邮鄲郸釗钊鉑铂銓铨鋭锐鍵键鏞镛鐸铎鑄铸閃闪闕阙雛雏霽霁韜韬韻韵響响頒颁飴饴餘余駕驾騁骋鬆松鬧闹黌黉齋斋龜龟";

    private static readonly FrozenDictionary<Rune, Rune> Table = Build();

    public static Rune Simplify(Rune character) => Table.TryGetValue(character, out var simplified) ? simplified : character;

    private static FrozenDictionary<Rune, Rune> Build()
    {
        var runes = Pairs.EnumerateRunes().ToArray();
        var table = new Dictionary<Rune, Rune>();
        for (var index = 0; index + 1 < runes.Length; index += 2)
            table[runes[index]] = runes[index + 1];
        return table.ToFrozenDictionary();
    }
}
