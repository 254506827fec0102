namespace CrossBorder.Sandbox.Registry;

internal sealed record RegistryHolder(
    string DocumentType, string DocumentNumber, string LatinName, string? HanName, string Birthdate);

/// <summary>
/// To whom documents were issued, as the mainland authorities know it: residents without an account too. r3 stands there twice, as in
/// the account directory; r5 under the birth date that was once entered wrongly; r6 may not have a residence permit, and r7 has
/// none yet.
/// </summary>
internal static class RegistryHolders
{
    private static readonly IReadOnlyList<RegistryHolder> All =
    [
        .. Person("CHAN Tai Man", "陈大文", "1990-01-01", "H12345678", "A123456(3)", "810000199001010019"),
        .. Person("WONG Siu Ming", "黄小明", "1985-06-15", "H23456789", "G123456(A)", "810000198506153512"),
        .. Person("LEE Ka Yan", "李嘉欣", "1992-03-08", "H34567890", "AB987654(3)", "810000199203080023"),
        .. Person("LEE Ka Yan", "李嘉欣", "1992-03-08", "H34567890", "AB987654(3)", "810000199203080023"),
        .. Person("NG Mei Ling", "吴美玲", "1958-11-30", "H45678901", "E364912(5)", "810000195811300044"),
        .. Person("CHEUNG Wai Kit", "张伟杰", "1979-12-13", "H56789012", "D234567(7)", "810000197912130055"),
        .. Person("SMITH John", null, "1988-02-29", "HA1234567", "C123456(9)", null),
        .. Person("WONG Pui Shan", "黄佩珊", "2015-05-20", "H67890123", "S345678(3)", null),
    ];

    public static IReadOnlyList<RegistryHolder> Find(string type, string number) =>
        [.. All.Where(holder => holder.DocumentType == type && holder.DocumentNumber == number)];

    private static IEnumerable<RegistryHolder> Person(
        string latinName, string? hanName, string birthdate, string homeReturnPermit, string identityCard, string? residencePermit)
    {
        yield return new("home_return_permit", homeReturnPermit, latinName, hanName, birthdate);
        yield return new("hkid", identityCard, latinName, hanName, birthdate);
        if (residencePermit is not null)
            yield return new("residence_permit", residencePermit, latinName, hanName, birthdate);
    }
}
