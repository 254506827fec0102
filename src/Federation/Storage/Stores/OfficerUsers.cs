using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The store that ASP.NET Core Identity writes to. It saves nothing by itself: an account and its audit entry are stored together.</summary>
internal sealed class OfficerUsers : UserOnlyStore<Officer, HubDbContext>
{
    public OfficerUsers(HubDbContext context)
        : base(context) => AutoSaveChanges = false;
}
