using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Section <c>Clock</c>: how many working days departments have. The defaults are those of the Administrative Licensing Law (行政许可法).</summary>
internal sealed class ClockOptions
{
    /// <summary>Calendars of the operator's own, beside the settings file. Without it, those that ship with the hub.</summary>
    public string? CalendarFile { get; set; }

    /// <summary>Working days to say whether it is taken on, or what is missing: Article 32.</summary>
    public int AnswerWithin { get; set; } = 5;

    /// <summary>Working days to decide: Article 42.</summary>
    public int DecideWithin { get; set; } = 20;

    /// <summary>Departments that promised less, or are given more by law.</summary>
    public List<DepartmentTerms> Departments { get; set; } = [];

    /// <summary>Items with terms of their own; they go before the department's.</summary>
    public List<ItemTerms> Items { get; set; } = [];

    /// <param name="promised">What the catalogue says of the item: more than what its department takes otherwise, less than what is set here for the item.</param>
    public (int Answer, int Decide) For(string department, string item, PromisedTerms? promised = null)
    {
        var ofItem = Items.Find(terms => terms.Code == item);
        var ofDepartment = Departments.Find(terms => terms.Slug == department);
        return (
            ofItem?.AnswerWithin ?? promised?.AnswerWithin ?? ofDepartment?.AnswerWithin ?? AnswerWithin,
            ofItem?.DecideWithin ?? promised?.DecideWithin ?? ofDepartment?.DecideWithin ?? DecideWithin);
    }
}

/// <summary>Terms where they differ; null where they don't.</summary>
internal abstract class DifferentTerms
{
    public int? AnswerWithin { get; set; }

    public int? DecideWithin { get; set; }
}

internal sealed class DepartmentTerms : DifferentTerms
{
    public string Slug { get; set; } = "";
}

internal sealed class ItemTerms : DifferentTerms
{
    public string Code { get; set; } = "";
}

internal sealed class ClockOptionsValidator(CalendarSource calendars, ICatalogueVersions catalogues, IOptions<DepartmentsOptions> departments)
    : IValidateOptions<ClockOptions>
{
    private const int Longest = 365;

    public ValidateOptionsResult Validate(string? name, ClockOptions options)
    {
        var faults = new SettingFaults();
        if (calendars.Read(options) is { Succeeded: false } refused)
            faults.Add(refused.Errors);
        Judge(faults, "Clock", options.AnswerWithin, options.DecideWithin);
        foreach (var terms in options.Departments)
        {
            var where = $"Clock:Departments:{terms.Slug}";
            if (departments.Value.Find(terms.Slug) is null)
                faults.Invalid(where, "is no slug in Departments");
            var (answer, decide) = options.For(terms.Slug, "");
            Judge(faults, where, answer, decide);
        }

        foreach (var terms in options.Items)
        {
            var where = $"Clock:Items:{terms.Code}";
            if (!catalogues.Current.Find(terms.Code).TryGetValue(out var entry) || entry.Item is not { } item)
                faults.Invalid(where, "is no item of the catalogue");
            else
            {
                var (answer, decide) = options.For(item.Department.Slug, item.Code, item.Terms);
                Judge(faults, where, answer, decide);
            }
        }

        return faults.ToResult();
    }

    private static void Judge(SettingFaults faults, string where, int answer, int decide)
    {
        if (answer < 1 || decide < answer || decide > Longest)
            faults.Invalid(where, $"needs an AnswerWithin of at least 1 and a DecideWithin between that and {Longest} working days");
    }
}
