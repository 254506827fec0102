namespace CrossBorder.Sandbox.Residents;

/// <summary>Who may sign in at the sandbox home provider.</summary>
public static class SandboxResidents
{
    public static IReadOnlyList<SandboxResident> All { get; } =
    [
        new("r1", "CHAN", "Tai Man", "陳大文", "陈大文", "1990-01-01", "M", "A123456(3)", "H12345678", "+85251230001"),
        new("r2", "WONG", "Siu Ming", "黃小明", "黄小明", "1985-06-15", "M", "G123456(A)", "H23456789", "+85251230002"),
        new("r3", "LEE", "Ka Yan", "李嘉欣", "李嘉欣", "1992-03-08", "F", "AB987654(3)", "H34567890", "+85251230003"),
        new("r4", "NG", "Mei Ling", "吳美玲", "吴美玲", "1958-11-30", "F", "E364912(5)", "H45678901", "+85251230004", LowByDefault: true),
        new("r5", "CHEUNG", "Wai Kit", "張偉傑", "张伟杰", "1979-12-31", "M", "D234567(7)", "H56789012", "+85251230005"),
        new("r6", "SMITH", "John", null, null, "1988-02-29", "M", "C123456(9)", "HA1234567", "+85251230006"),
        new("r7", "WONG", "Pui Shan", "黃佩珊", "黄佩珊", "2015-05-20", "F", "S345678(3)", "H67890123", "+85251230007"),
    ];

    /// <summary>Who may sign in at the home of another place; there is nobody of a place that the sandbox does not play.</summary>
    public static IReadOnlyList<SandboxResident> Of(string place) => place switch
    {
        "mo" =>
        [
            new("m1", "LEONG", "Sok I", "梁淑儀", "梁淑仪", "1991-04-05", "F", "", "M12345678", "+85366120001") { Documents = [("home_return_permit", "M12345678")] },
        ],
        "fj" =>
        [
            new("f1", "LIN", "Xiaoyu", "林曉雨", "林晓雨", "1988-09-17", "F", "", "", "+8613800000001") { Documents = [("resident_identity_card", "350203198809170028")] },
        ],
        _ => [],
    };

    public static SandboxResident? Find(string? login) => All.FirstOrDefault(resident => resident.Login == login);
}
