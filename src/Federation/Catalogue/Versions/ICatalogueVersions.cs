namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>The published catalogues as this node holds them.</summary>
internal interface ICatalogueVersions
{
    /// <summary>What is offered at this moment.</summary>
    ServiceCatalogue Current { get; }

    /// <summary>All that are published: those that were, the one that is, those that will be.</summary>
    IReadOnlyCollection<ServiceCatalogue> Published { get; }

    /// <summary>What is offered then, as far as it is known now.</summary>
    ServiceCatalogue At(DateTimeOffset moment);

    /// <summary>The catalogue that a case was filed under; <see cref="Current"/> where there is none of that version.</summary>
    ServiceCatalogue Of(string version);
}
