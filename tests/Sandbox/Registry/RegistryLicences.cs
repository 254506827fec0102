using System.Globalization;

namespace CrossBorder.Sandbox.Registry;

/// <summary>
/// The electronic licences of Guangdong: r1 holds one of every kind, the others a residence permit. What runs out does so a fixed time from today,
/// so that it can be renewed on any day.
/// </summary>
internal static class RegistryLicences
{
    private static readonly Dictionary<string, Dictionary<string, string>> Complete = new(StringComparer.Ordinal)
    {
        ["birth-medical-certificate"] = new() { ["name"] = "陈小文", ["birthdate"] = "2021-05-20", ["number"] = "U440000001" },
        ["business-licence"] = new()
        {
            ["name"] = "广州示例贸易有限公司", ["uscc"] = "91350100M000100Y43", ["legal_representative"] = "陈大文",
            ["address"] = "广州市南沙区示例路1号",
        },
        ["contribution-record"] = new() { ["city"] = "广州市", ["employer"] = "广州示例贸易有限公司" },
        ["degree-mainland"] = new() { ["level"] = "本科" },
        ["disability-certificate"] = new() { ["category"] = "肢体", ["level"] = "三级" },
        ["mainland-driving-licence"] = new() { ["number"] = "440100000001" },
        ["marriage-certificate"] = new() { ["spouse_name"] = "何美美", ["number"] = "J440100-2018-000001" },
        ["medical-invoice"] = new() { ["total"] = "1280.50" },
        ["property-certificate"] = new() { ["address"] = "广州市天河区示例街2号301房", ["number"] = "粤(2020)广州市不动产权第00000001号" },
        ["residence-permit"] = new() { ["address"] = "广州市天河区示例街2号301房", ["number"] = "810000199001010019" },
        ["sale-contract"] = new() { ["number"] = "HT2026000001", ["price"] = "2600000" },
        ["tax-record"] = new() { ["income_total"] = "260000.00", ["tax_paid"] = "18480.00" },
        ["vehicle-licence"] = new() { ["plate_number"] = "粤A00001" },
    };

    /// <summary>The account of r4, who is old enough for the senior citizen card of Guangzhou.</summary>
    private const string InGuangzhou = "GD440000000004";

    private static readonly TimeSpan RunsOutIn = TimeSpan.FromDays(60);

    private static readonly Dictionary<string, string> RunOut = new(StringComparer.Ordinal)
    {
        ["mainland-driving-licence"] = "valid_until", ["vehicle-licence"] = "inspection_until",
    };

    /// <summary>The licences of an account among the kinds asked for. A kind without attributes of its own is held too.</summary>
    public static IEnumerable<(string Kind, IReadOnlyDictionary<string, string> Attributes)> Find(
        string account, IEnumerable<string> kinds, DateTimeOffset now)
    {
        foreach (var kind in kinds)
        {
            if (account != "GD440000000001" && kind != "residence-permit")
                continue;
            if (account != "GD440000000001")
                yield return (kind, new Dictionary<string, string> { ["address"] = account == InGuangzhou ? "广州市越秀区示例巷4号" : "深圳市福田区示例道3号" });
            else if (RunOut.TryGetValue(kind, out var day))
                yield return (kind, new Dictionary<string, string>(Complete[kind]) { [day] = (now + RunsOutIn).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            else
                yield return (kind, Complete.GetValueOrDefault(kind) ?? new() { ["number"] = $"{kind}-000001" });
        }
    }
}
