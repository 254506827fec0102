using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The diagram of docs/flows/delivery.md is the machine's own table, to the letter.</summary>
public sealed class DeliveryDiagramTests
{
    private static readonly (string Label, Func<DeliveryStatus, DeliveryStatus> Next)[] Happenings =
    [
        ("its turn came", DeliveryMachine.TurnCame),
        ("one before it ended", DeliveryMachine.PredecessorEnded),
        ("receipt accepted", status => DeliveryMachine.Receipt(new(status), accepted: true).Status),
        ("receipt rejected", status => DeliveryMachine.Receipt(new(status), accepted: false).Status),
        .. Enum.GetValues<DepartmentEventStatus>().Select(told => (
            "event " + StatusWords.Of(told), (Func<DeliveryStatus, DeliveryStatus>)(status => DeliveryMachine.Event(new(status), 1, told).Status))),
        ("taken back", status => DeliveryMachine.Withdrawal(new(status)).Status),
        ("held", DeliveryMachine.Hold),
        ("let go", status => DeliveryMachine.LetGo(status, hadItsTurn: true)),
        ("let go before its turn", status => DeliveryMachine.LetGo(status, hadItsTurn: false)),
    ];

    [Fact]
    public void The_diagram_is_the_table_of_the_machine()
    {
        var written = Block(File.ReadAllText(Path.Combine(Root(), "docs", "flows", "delivery.md")).ReplaceLineEndings("\n"));

        Assert.Equal(Drawn(), written);
    }

    [Fact]
    public void Nothing_leaves_what_was_taken_back() =>
        Assert.All(Happenings, happening => Assert.Equal(DeliveryStatus.Withdrawn, happening.Next(DeliveryStatus.Withdrawn)));

    private static string Drawn()
    {
        // Sent is a word of the contract that no delivery stands at: what went out is queued until its receipt is there.
        var states = new[]
        {
            DeliveryStatus.Waiting, DeliveryStatus.Queued, DeliveryStatus.Accepted, DeliveryStatus.Rejected, DeliveryStatus.Forwarded,
            DeliveryStatus.Quarantined, DeliveryStatus.Withdrawn,
        };
        var lines = new List<string> { "stateDiagram-v2", "    [*] --> queued: filed", "    [*] --> waiting: filed, others come first" };
        foreach (var from in states)
        {
            lines.AddRange(Happenings.Select(happening => (happening.Label, To: happening.Next(from))).Where(step => step.To != from)
                .GroupBy(step => step.To, step => step.Label)
                .Select(steps => $"    {Word(from)} --> {Word(steps.Key)}: {string.Join(", ", steps)}"));
        }

        lines.Add("    withdrawn --> [*]");
        return string.Join('\n', lines);
    }

    private static string Word(DeliveryStatus status) => status == DeliveryStatus.Waiting ? "waiting" : StatusWords.Of(status);

    private static string Block(string document)
    {
        const string Opening = "```mermaid\n";
        var from = document.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        return document[from..document.IndexOf("\n```", from, StringComparison.Ordinal)];
    }

    private static string Root() => AppContext.BaseDirectory[
        ..AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];
}
