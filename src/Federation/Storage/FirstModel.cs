using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Lets one thread make the model of this host, and the others wait. EF Core hands a model out before its relational side is made, so that
/// of two requests that are the first ones at once, one would end in an exception.
/// </summary>
internal sealed class FirstModel
{
    private readonly Lock gate = new();
    private volatile bool made;

    public HubDbContext Of(HubDbContext context)
    {
        if (made)
            return context;
        lock (gate)
        {
            if (!made)
                context.Model.GetRelationalModel();
            made = true;
        }

        return context;
    }
}
