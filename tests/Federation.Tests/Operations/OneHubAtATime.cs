namespace CrossBorder.Federation.Tests.Operations;

/// <summary>
/// Tests that read <c>/metrics</c>. OpenTelemetry hears all meters of a process by their names: where several hubs share one, as nowhere
/// but in tests, the end of one takes instruments of the same name out of the others' pages for good.
/// </summary>
[CollectionDefinition(nameof(OneHubAtATime), DisableParallelization = true)]
public sealed class OneHubAtATime;
