namespace CrossBorder.Federation.Catalogue.Rules;

/// <summary>What a rule asks of a person. These forms and no others: a rule is data, and runs nothing.</summary>
internal abstract record Condition
{
    /// <summary>This one and all within it.</summary>
    public virtual IEnumerable<Condition> WithParts => [this];
}

internal sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<Condition> WithParts => Parts.SelectMany(part => part.WithParts).Prepend(this);
}

internal sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<Condition> WithParts => Parts.SelectMany(part => part.WithParts).Prepend(this);
}

internal sealed record Not(Condition Part) : Condition
{
    public override IEnumerable<Condition> WithParts => Part.WithParts.Prepend(this);
}

/// <summary>Age in full years, both ends included; null where an end is open.</summary>
internal sealed record AgeIs(int? From, int? To) : Condition;

/// <param name="Gender">M or F.</param>
internal sealed record GenderIs(string Gender) : Condition;

/// <param name="Code">The place whose authorities vouch for the person, such as HK.</param>
internal sealed record JurisdictionIs(string Code) : Condition;

/// <param name="Type">A type of identity document, such as <c>home_return_permit</c>.</param>
internal sealed record HasDocument(string Type) : Condition;

/// <summary>Something about electronic licences of one kind.</summary>
/// <param name="Kind">Slug of the material that the licence stands for.</param>
internal abstract record LicenceCondition(string Kind) : Condition;

internal sealed record HoldsLicence(string Kind) : LicenceCondition(Kind);

/// <param name="Whole">Whether the attribute is this text, or begins with it.</param>
internal sealed record LicenceSays(string Kind, string Attribute, string Text, bool Whole) : LicenceCondition(Kind);

/// <summary>A day of the licence lies this many days from today, both ends included; negative for the past, null where an end is open.</summary>
internal sealed record LicenceDay(string Kind, string Attribute, int? FromDays, int? ToDays) : LicenceCondition(Kind);

/// <summary>One of these items was completed for the person through this hub, this many months ago; null where an end is open.</summary>
internal sealed record WasCompleted(IReadOnlyList<string> Items, int? FromMonths, int? ToMonths) : Condition;
