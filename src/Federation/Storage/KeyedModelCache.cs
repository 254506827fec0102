using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// The model's converters hold keys, so two hosts in one process with different keys must not share a model.
/// Without this the second would seal with the first one's keys.
/// </summary>
internal sealed class KeyedModelCache : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as HubDbContext)?.Protector, designTime);
}
