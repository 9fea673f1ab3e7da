using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>The accounts as a command needs them, beside a running portal or without one. Records in the chain of its own node.</summary>
internal sealed class AccountsAtHand : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AuditTrail _trail;

    public AccountsAtHand(CommandInput input)
    {
        var settings = input.Settings();
        _trail = AuditTrail.Open(settings.Audit.Trail(settings.Storage.File!, "-cli"), TimeProvider.System);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_trail)
            .AddDossier(settings.Epd, settings.Sections, settings.Storage, settings.State, settings.Accounts, settings.Delegations)
            .BuildServiceProvider();
    }

    /// <summary>Who types.</summary>
    public ChangedBy By { get; } = ChangedBy.Command(Environment.UserName, RequestIdentity.Create().RequestId);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _trail.DisposeAsync();
    }
}
