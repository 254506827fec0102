using CrossBorder.Verification.Checks;
using CsCheck;

namespace CrossBorder.Federation.Tests.Applications.Routing;

/// <summary>Sequences of what may happen to a case, contradictions and repetitions among them.</summary>
internal static class Histories
{
    private static readonly string[] Departments = ["gd-hrss", "gd-mhsa", "gz-hrss", "gd-civil"];

    private static readonly Gen<string> Places = Gen.Int[0, 3].Select(index => Departments[index]);

    private static readonly Gen<Happening> Receipts = Gen.Select(Gen.Int[0, 9], Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        (place, accepted) => (Happening)new SignFor(place, accepted));

    private static readonly Gen<Happening> Events = Gen.Select(Gen.Int[0, 9], Gen.Long[0, 6], Gen.Enum<DepartmentEventStatus>(),
        (place, sequence, status) => (Happening)new Tell(place, sequence, status, []));

    private static readonly Gen<Happening> PassedOn = Gen.Select(Gen.Int[0, 9], Gen.Long[0, 6], Places, Places,
        (place, sequence, one, other) => (Happening)new Tell(place, sequence, DepartmentEventStatus.Forwarded, one == other ? [one] : [one, other]));

    private static readonly Gen<Happening> Withdrawals = Gen.Const((Happening)new TakeBack());

    /// <summary>What departments and residents do.</summary>
    public static Gen<Happening[]> Told { get; } = Gen.Frequency((6, Receipts), (4, Events), (3, PassedOn), (1, Withdrawals)).Array[0, 14];

    /// <summary>The same, and what officers' trust does to what has not gone out.</summary>
    public static Gen<Happening[]> All { get; } = Gen.Frequency(
        (6, Receipts), (4, Events), (3, PassedOn), (1, Withdrawals),
        (1, Gen.Int[0, 9].Select(place => (Happening)new Hold(place))), (2, Gen.Int[0, 9].Select(place => (Happening)new LetGo(place)))).Array[0, 20];
}
