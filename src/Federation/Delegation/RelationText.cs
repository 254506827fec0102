using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>The relations in people's words.</summary>
internal static class RelationText
{
    /// <summary>Who the agent is to the principal.</summary>
    public static LocalizedText Agent(string relation) => relation switch
    {
        "parent" => new("父母", "父母", "Parent"),
        "family" => new("家人", "家人", "Family member"),
        "staff" => new("企業經辦人", "企业经办人", "Staff of the enterprise"),
        _ => new("幫辦代辦人員", "帮办代办人员", "Clerk who helps"),
    };

    /// <summary>The choice as the principal makes it.</summary>
    public static LocalizedText Choice(string relation) => relation switch
    {
        "parent" => new("我的父母（我未滿 18 歲）", "我的父母（我未满 18 岁）", "My parent (I am under 18)"),
        "family" => new("我的家人", "我的家人", "Somebody of my family"),
        "staff" => new("企業的經辦人（我是法定代表人）", "企业的经办人（我是法定代表人）", "Staff of my enterprise (I am its legal representative)"),
        _ => new("幫辦代辦人員（最長一個月）", "帮办代办人员（最长一个月）", "A clerk who helps (one month at most)"),
    };
}
