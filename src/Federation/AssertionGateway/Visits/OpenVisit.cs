namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>A visit and the row that it came from.</summary>
/// <param name="IsOver">Its time is up.</param>
internal sealed record OpenVisit(VisitRow Row, Visit Visit, bool IsOver);
