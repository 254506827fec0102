using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.Journey;

/// <summary>A token to try a verifier on: r1 signs in with SM2, and the id token is left in a folder with the keys that the hub publishes.</summary>
internal static class TokenRun
{
    public static async Task<int> RunAsync(DirectoryInfo folder, TextWriter output, CancellationToken cancellationToken)
    {
        await using var temporary = new TemporaryWorld();
        var world = await temporary.StartAsync(database: null, cancellationToken);
        using var walk = new ClientWalk(world, "yueshangtong", "SGD_SM3_SM2");
        var steps = new JourneySteps(output);
        await walk.SignInAsync(steps, cancellationToken);
        await steps.StepAsync("token.txt and jwks.json", async () =>
        {
            using var hub = new HttpClient { BaseAddress = world.Ports.HubAddress };
            folder.Create();
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "token.txt"), walk.IdToken, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "jwks.json"), await SignedToken.PublishedKeysAsync(hub, cancellationToken), cancellationToken);
            return $"in {folder.FullName}";
        });
        return steps.Failed == 0 ? 0 : 1;
    }
}
