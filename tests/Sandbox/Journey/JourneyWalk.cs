using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.Journey;

/// <summary>The steps of the main job, for one client signed for with RSA and one with SM2, and of a department that fetches and tells.</summary>
internal static class JourneyWalk
{
    public static async Task WalkAsync(SandboxWorld world, JourneySteps steps, CancellationToken cancellationToken)
    {
        using var rsa = new ClientWalk(world, "yueshengshi", "RS256");
        await rsa.WalkAsync(steps, cancellationToken);
        using var department = new DepartmentWalk(world, rsa);
        await department.WalkAsync(steps, cancellationToken);
        using var sm2 = new ClientWalk(world, "yueshangtong", "SGD_SM3_SM2");
        await sm2.WalkAsync(steps, cancellationToken);
    }
}
