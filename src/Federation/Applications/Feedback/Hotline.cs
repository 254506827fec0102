using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>The hotline as a department, and what can be brought to it as items: so that a complaint travels as an application does.</summary>
internal sealed class Hotline(IOptions<HotlineOptions> options, ICatalogueVersions catalogues)
{
    private const string Prefix = "hotline-";

    private static readonly LocalizedText Name = new("12345 政務服務熱線", "12345政务服务便民热线", "12345 government hotline");

    private static readonly Dictionary<string, LocalizedText> Names = new(StringComparer.Ordinal)
    {
        [Prefix + ComplaintKind.Complaint] = new("12345 熱線：投訴", "12345热线：投诉", "12345 hotline: complaint"),
        [Prefix + ComplaintKind.Question] = new("12345 熱線：查詢", "12345热线：咨询", "12345 hotline: question"),
    };

    /// <summary>False where nobody takes complaints here.</summary>
    public bool IsOpen => options.Value.Department is not null;

    /// <summary>What an item of the hotline is called; null for any other.</summary>
    public static LocalizedText? NameOf(string item) => Names.GetValueOrDefault(item);

    /// <summary>What the hotline's department is called; null for any other.</summary>
    public LocalizedText? NameOfDepartment(string slug) => slug == options.Value.Department ? Name : null;

    /// <summary>What is filed. Only where <see cref="IsOpen"/>.</summary>
    public VerifiedApplication Of(Complaint complaint)
    {
        var slug = options.Value.Department!;
        var catalogue = catalogues.Current;
        var department = catalogue.TryGetDepartment(slug, out var known) ? known : new Department(slug, Name);
        var code = Prefix + complaint.Kind;
        // Who may see a case may complain of it.
        var item = new ServiceItem(code, Names[code], department, "person", "guangdong", AssuranceLevel.Low, true, null, [], [], []);
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["concerns"] = complaint.CaseNumber, ["kind"] = complaint.Kind, ["text"] = complaint.Text,
        };
        return new VerifiedApplication(CatalogueEntry.Of(item), catalogue.Version, [new VerifiedPart(item, form, [])], []);
    }
}
