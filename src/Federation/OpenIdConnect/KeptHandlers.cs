using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>
/// Which handlers belong to which event, in the order that OpenIddict's options have them in. Its own dispatcher looks through all six hundred
/// for each event, of which a login has a hundred; they are the same as long as the options are.
/// </summary>
internal sealed class KeptHandlers(IOptionsMonitor<OpenIddictServerOptions> options)
{
    private volatile Ordered? known;

    public IReadOnlyList<OpenIddictServerHandlerDescriptor> Of(Type eventType)
    {
        var current = options.CurrentValue;
        if (known is not { } ordered || !ReferenceEquals(ordered.Options, current))
            known = ordered = new Ordered(current);
        return ordered.Of(eventType);
    }

    private sealed class Ordered(OpenIddictServerOptions options)
    {
        private readonly ConcurrentDictionary<Type, OpenIddictServerHandlerDescriptor[]> byEvent = [];

        public OpenIddictServerOptions Options => options;

        public OpenIddictServerHandlerDescriptor[] Of(Type eventType) => byEvent.GetOrAdd(eventType, static (type, handlers) =>
            [.. handlers.Where(handler => handler.ContextType == type)], options.Handlers);
    }
}
