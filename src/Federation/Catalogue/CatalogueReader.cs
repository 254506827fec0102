using System.Text.Json;
using CrossBorder.Federation.Catalogue.Rules;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Turns the file into a catalogue, or says everything that is wrong with it, naming the item (CB1003).</summary>
internal sealed class CatalogueReader
{
    private const int LongestDeferral = 365, LongestTerm = 365, LongestVersion = 32;

    private static readonly Dictionary<string, Waiver> Waivers = new(StringComparer.Ordinal)
    {
        ["verified-identity"] = Waiver.VerifiedIdentity,
        ["e-licence"] = Waiver.ElectronicLicence,
        ["commitment"] = Waiver.Commitment,
    };

    private static readonly Dictionary<string, AssuranceLevel> Levels = new(StringComparer.Ordinal)
    {
        ["low"] = AssuranceLevel.Low,
        ["substantial"] = AssuranceLevel.Substantial,
        ["high"] = AssuranceLevel.High,
    };

    private readonly List<Error> errors = [];
    private readonly Dictionary<string, Department> departments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RequiredDocument> materials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceItem> items = new(StringComparer.Ordinal);
    private readonly List<ServiceBundle> bundles = [];

    private CatalogueReader()
    {
    }

    public static Outcome<ServiceCatalogue> Read(ReadOnlySpan<byte> json)
    {
        CatalogueFile? file;
        try
        {
            file = JsonSerializer.Deserialize<CatalogueFile>(json, CatalogueFile.Json);
        }
        catch (JsonException broken)
        {
            return ErrorCatalogue.CatalogueInvalid.With($"Not readable as a catalogue at {broken.Path}, line {broken.LineNumber + 1}.");
        }

        return file is null
            ? ErrorCatalogue.CatalogueInvalid.With("The file is empty.")
            : new CatalogueReader().Read(file);
    }

    private Outcome<ServiceCatalogue> Read(CatalogueFile file)
    {
        // It stands in addresses, and beside every case.
        if (file.Version is not { Length: > 0 and <= LongestVersion } version || !version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
            Fault("catalogue", $"has no version of at most {LongestVersion} letters, digits, dots, dashes and underscores");

        foreach (var part in file.Departments ?? [])
            Add(departments, part.Slug, "department", slug => new(slug, Text(part.Name, slug)));
        foreach (var part in file.Materials ?? [])
            Add(materials, part.Slug, "material", slug => MaterialOf(part, slug));
        foreach (var part in file.Items ?? [])
            Add(items, part.Code, "item", code => ItemOf(part, code));
        foreach (var part in file.Bundles ?? [])
            AddBundle(part);

        if (items.Count == 0)
            Fault("catalogue", "has no items");
        foreach (var item in items.Values.Where(item => item.Bundle is { } slug && bundles.All(bundle => bundle.Code != slug)))
            Fault(item.Code, $"names the unknown bundle '{item.Bundle}'");
        foreach (var item in items.Values)
            foreach (var code in ProactiveRules.ItemsOf(item).Where(code => !items.ContainsKey(code)))
                Fault(item.Code, $"has a rule about the unknown item '{code}'");

        return errors.Count > 0
            ? Outcome<ServiceCatalogue>.Refused(errors)
            : new ServiceCatalogue(
                file.Version!, file.EffectiveFrom?.ToUniversalTime(), [.. items.Values], bundles, [.. departments.Values], [.. materials.Values]);
    }

    private RequiredDocument MaterialOf(CatalogueFile.MaterialPart part, string slug)
    {
        var where = $"material '{slug}'";
        var waiver = WaiverOf(part, slug);
        if ((waiver == Waiver.Commitment) != (part.Commitment is not null))
            Fault(where, "has a commitment to sign and is waivable by commitment, together or not at all");
        if (part.Deferrable != part.DeferDays is not null || part.DeferDays is < 1 or > LongestDeferral)
            Fault(where, $"has deferDays from 1 to {LongestDeferral} where it is deferrable, and none where it is not");
        return new(slug, Text(part.Name, slug), waiver, part.Commitment is null ? null : Text(part.Commitment, where), part.DeferDays);
    }

    private ServiceItem ItemOf(CatalogueFile.ItemPart part, string code)
    {
        if (part.Department is null || !departments.TryGetValue(part.Department, out var department))
        {
            Fault(code, $"names the unknown department '{part.Department}'");
            department = new(string.Empty, new(string.Empty, string.Empty, string.Empty));
        }

        if (part.Audience is not ("person" or "enterprise"))
            Fault(code, $"has the unknown audience '{part.Audience}'");
        if (string.IsNullOrEmpty(part.Region))
            Fault(code, "has no region");
        if (part.RequiredLoa is null || !Levels.TryGetValue(part.RequiredLoa, out var level))
        {
            Fault(code, $"has the unknown required assurance '{part.RequiredLoa}'");
            level = AssuranceLevel.High;
        }

        if (part.Online is null)
            Fault(code, "does not say whether it is online");

        var documents = new List<RequiredDocument>();
        foreach (var slug in part.Documents ?? [])
        {
            if (materials.TryGetValue(slug, out var document))
                documents.Add(document);
            else
                Fault(code, $"asks for the unknown material '{slug}'");
        }

        return new(code, Text(part.Name, code), department, part.Audience ?? "person", part.Region ?? string.Empty, level,
            part.Online ?? false, part.Bundle, documents, FieldsOf(part, code), part.Keywords ?? [])
        {
            Terms = TermsOf(part, code),
            Proactive = ProactiveRules.Read(part.Proactive, materials.ContainsKey, Text, (where, what) => Fault($"{code}, {where}", what)),
            Signing = SigningOf(part, code),
        };
    }

    private SigningNeed SigningOf(CatalogueFile.ItemPart part, string code)
    {
        if (SigningNeeds.Parse(part.Signing) is { } need)
            return need;
        Fault(code, $"has the unknown signing '{part.Signing}'");
        return SigningNeed.None;
    }

    private PromisedTerms? TermsOf(CatalogueFile.ItemPart part, string code)
    {
        if (part is { AnswerWithin: null, DecideWithin: null })
            return null;
        if (part is not { AnswerWithin: >= 1 and var answer, DecideWithin: <= LongestTerm and var decide } || decide < answer)
        {
            Fault(code, $"has answerWithin of at least 1 and decideWithin between that and {LongestTerm} working days, both or none");
            return null;
        }

        return new(answer, decide);
    }

    private List<FormField> FieldsOf(CatalogueFile.ItemPart part, string code)
    {
        var fields = new List<FormField>();
        foreach (var field in part.Fields ?? [])
        {
            var where = $"{code}, field '{field.Name}'";
            if (string.IsNullOrEmpty(field.Name) || fields.Any(other => other.Name == field.Name))
                Fault(where, "has no name or one that is used twice");
            if (!Enum.TryParse<FieldType>(field.Type, ignoreCase: true, out var type))
                Fault(where, $"has the unknown type '{field.Type}'");
            if (field.Required is null)
                Fault(where, "does not say whether it is required");

            var options = (field.Options ?? []).Select(option => new FieldOption(option.Value ?? string.Empty, Text(option.Label, where))).ToList();
            if ((type == FieldType.Select) != (options.Count > 0) || options.Any(option => option.Value.Length == 0))
                Fault(where, "has options and type select together or not at all, and each option has a value");

            var prefill = field.Prefill is null ? null : PrefillSource.Parse(field.Prefill);
            if (field.Prefill is not null && prefill is null)
                Fault(where, $"is prefilled from the unknown source '{field.Prefill}'");
            if (prefill?.LicenceKind is { } kind && !materials.ContainsKey(kind))
                Fault(where, $"is prefilled from the unknown licence '{kind}'");

            fields.Add(new(field.Name ?? string.Empty, Text(field.Label, where), type, field.Required ?? false, options, prefill));
        }

        return fields;
    }

    private void AddBundle(CatalogueFile.BundlePart part)
    {
        var slug = part.Slug ?? string.Empty;
        if (slug.Length == 0 || items.ContainsKey(slug) || bundles.Any(bundle => bundle.Code == slug))
            Fault($"bundle '{slug}'", "has no slug or one that is used twice");

        var members = new List<ServiceItem>();
        foreach (var code in part.Items ?? [])
        {
            if (items.TryGetValue(code, out var item) && item.Bundle == slug)
                members.Add(item);
            else
                Fault($"bundle '{slug}'", $"lists '{code}', which does not exist or does not name this bundle");
        }

        if (members.Count == 0)
            Fault($"bundle '{slug}'", "has no items");
        else
            bundles.Add(new(slug, Text(part.Name, $"bundle '{slug}'"), members)
            {
                Order = BundleOrder.Read(part.After, [.. members.Select(item => item.Code)], what => Fault($"bundle '{slug}'", what)),
            });
    }

    private Waiver WaiverOf(CatalogueFile.MaterialPart part, string slug)
    {
        if (part.WaivableBy is null)
            return Waiver.None;
        if (Waivers.TryGetValue(part.WaivableBy, out var waiver))
            return waiver;

        Fault($"material '{slug}'", $"is waivable by the unknown '{part.WaivableBy}'");
        return Waiver.None;
    }

    private void Add<TPart>(Dictionary<string, TPart> parts, string? key, string kind, Func<string, TPart> make)
    {
        if (string.IsNullOrEmpty(key))
            Fault(kind, "has no key");
        else if (!parts.TryAdd(key, make(key)))
            Fault(key, $"is the key of two {kind}s");
    }

    private LocalizedText Text(CatalogueFile.TextPart? part, string where)
    {
        if (part is not { Hant.Length: > 0, Hans.Length: > 0, En.Length: > 0 })
            Fault(where, "lacks a name in one of the three languages");
        return new(part?.Hant ?? string.Empty, part?.Hans ?? string.Empty, part?.En ?? string.Empty);
    }

    private void Fault(string where, string what) => errors.Add(ErrorCatalogue.CatalogueInvalid.With($"{where} {what}."));
}
