using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Sandbox.Home;

/// <summary>The home provider's own small database: its clients, and the codes that were used.</summary>
internal sealed class HomeDbContext(DbContextOptions<HomeDbContext> options) : DbContext(options);
