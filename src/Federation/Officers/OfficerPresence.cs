namespace CrossBorder.Federation.Officers;

/// <summary>A signed-in officer as the database knows them now.</summary>
internal sealed record OfficerPresence(string SessionId, string OfficerId, string Name, OfficerRole Role);
