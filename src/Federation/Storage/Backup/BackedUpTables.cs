namespace CrossBorder.Federation.Storage.Backup;

/// <summary>Every table of the hub: backed up with trust and keys, or left out for a reason. A new table goes into one of the two.</summary>
internal static class BackedUpTables
{
    /// <summary>In the order in which they are written back; they are emptied in the other.</summary>
    public static readonly IReadOnlyList<string> Included =
    [
        "TrustChanges", "TrustCertificates", "TrustEpochs",
        "SeenCertificates", "TrustPaths", "TrustPathCertificates",
        "ManagedKeys", "KeySteps", "KeyEvidence", "KeyEpochs",
        "Officers", "OfficerPasskeys",
        "RevocationLists", "RevocationResponses", "CatalogueVersions", "HomeProviders",
        "RegistrationTickets", "Registrations", "RegistrationVersions",
        "AuditEntries", "AuditHeads", "AuditCheckpoints", "WitnessHandovers",
    ];

    /// <summary>Go with the log: where the log of the database stays, they stay.</summary>
    public static readonly IReadOnlySet<string> OfTheLog =
        new HashSet<string>(["AuditEntries", "AuditHeads", "AuditCheckpoints", "WitnessHandovers"], StringComparer.Ordinal);

    private const string Residents = "of residents and their cases: backed up with the whole database";
    private const string Passing = "passes within days, or is made anew";

    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Applications"] = Residents, ["ArchivedCases"] = Residents, ["CaseEvents"] = Residents, ["Deliveries"] = Residents, ["DeliveryClocks"] = Residents, ["Receipts"] = Residents,
        ["DepartmentEvents"] = Residents, ["DeferredMaterials"] = Residents, ["Materials"] = Residents, ["MaterialChunks"] = Residents, ["IdempotencyKeys"] = Residents,
        ["Residents"] = Residents, ["HomeLinks"] = Residents, ["LinkDecisions"] = Residents, ["ReviewItems"] = Residents,
        ["Consents"] = Residents, ["PairwiseSubjects"] = Residents,
        ["OpenIddictApplications"] = "made from the settings and the registrations", ["OpenIddictScopes"] = "made from the settings",
        ["OpenIddictAuthorizations"] = Residents, ["OpenIddictTokens"] = Residents,
        ["TrustRecords"] = "what was accepted of residents' sign-ins and cases: goes with those",
        ["TrustRefusals"] = "counts of some weeks, for rehearsals",
        ["TrustEffects"] = "names sessions and deliveries, which are not in a backup",
        ["TrustTakings"] = "names nodes that have ended",
        ["SignInJourneys"] = Passing, ["Sessions"] = Passing, ["ClientSessions"] = Passing, ["ReplayEntries"] = Passing, ["LiveAttestations"] = Passing,
        ["SignOuts"] = Residents, ["LogoutNotices"] = Residents, ["StatusNotices"] = Residents, ["ResidentContacts"] = Residents, ["ResidentNotices"] = Residents, ["CaseRatings"] = Residents,
        ["Mandates"] = Residents, ["MandateNames"] = Residents,
        ["ProactiveWatches"] = Residents, ["ProactiveOffers"] = Residents,
        ["SignalStreams"] = "made anew by the clients that want them", ["SilencedSubjects"] = Residents, ["SignalNotices"] = Passing,
        ["ConformanceCounts"] = Passing,
        ["OfficerSessions"] = Passing, ["OfficerAttempts"] = Passing, ["OfficerInvitations"] = Passing,
        ["ApplicationSignings"] = Passing, ["OfficerSteps"] = Passing, ["RefusalCounts"] = Passing,
        ["DepartmentCircuits"] = Passing, ["MaintenanceWindows"] = Passing,
        ["Redrives"] = "names deliveries, which are not in a backup", ["RedriveItems"] = "names deliveries, which are not in a backup",
        ["NodeLeases"] = Passing, ["Alerts"] = Passing, ["AlertNotices"] = Passing, ["RevocationFetches"] = Passing,
        ["LicenceSnapshots"] = Passing,
        ["MaterialUses"] = Residents,
        ["DataProtectionKeys"] = "keep cookies and forms alone; everybody signs in anew",
    };
}
