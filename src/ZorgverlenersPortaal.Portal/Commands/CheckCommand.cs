using System.Globalization;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Proves a configuration before it goes live, tells the age of every revocation list, and tries the EPD. What it finds there is told, not a fault of the configuration.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(CommandInput input)
    {
        input.Done();
        var settings = input.Settings();
        Console.WriteLine($"The configuration is in order: {settings.Portal.Origin}, EPD {settings.Epd.Base}, {settings.Trust.Intermediates.Count} card CAs.");
        Console.WriteLine("  " + ServerCertificateValidity.Line(settings.Portal, TimeProvider.System.GetUtcNow()));
        var tls = await TlsInForce.TryAsync(settings);
        Console.WriteLine($"  TLS profile {settings.Portal.Profile}: {tls.Fault ?? tls.Description}");
        foreach (var line in await ListsAsync(settings, TimeProvider.System))
        {
            Console.WriteLine(line);
        }
        foreach (var finding in await EpdAsync(settings, TimeProvider.System))
        {
            Console.WriteLine($"  {(finding.IsFault ? "FAULT " : "")}{finding.Text}");
        }
        return 0;
    }

    /// <summary>Goes to the EPD as the portal does, and asks nothing about a patient.</summary>
    internal static async Task<IReadOnlyList<EpdFinding>> EpdAsync(PortalSettings settings, TimeProvider clock)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddDossier(settings.Dossier)
            .BuildServiceProvider();
        return await services.GetRequiredService<EpdCheck>().RunAsync(CancellationToken.None);
    }

    /// <summary>Loads and fetches as the portal does at start; one line per list, fault and CA without a list.</summary>
    internal static async Task<IReadOnlyList<string>> ListsAsync(PortalSettings settings, TimeProvider clock)
    {
        var options = settings.Revocation;
        var store = new RevocationStore(clock, TimeSpan.FromHours(options.MaximumAgeHours));
        using var fetcher = new RevocationFetcher(options.ListAddresses, options.Cache, store, settings.Trust.Authorities, clock);
        var folder = new RevocationFolder(options.Folder, store, settings.Trust.Authorities);
        IEnumerable<CrlLoad> loads = [.. fetcher.LoadKept(), .. folder.Load(), .. await fetcher.FetchAsync(CancellationToken.None)];
        return
        [
            .. store.Status().Select(list => string.Create(
                CultureInfo.InvariantCulture,
                $"  list {list.Number} of {list.Issuer}: {Age(list.Age)} old, ends {list.NextUpdate:u}, {list.Count} revoked, from {Origin(list.Origin)}")),
            .. loads.Where(load => !load.Outcome.Accepted).Select(load => $"  NOT TAKEN {load.Source}: {load.Outcome.Refusal} ({load.Outcome.Detail})"),
            .. RevocationWatch.Faults(store, settings.Trust).Select(fault => $"  CARDS REFUSED of {fault.Key}: {fault.Value}"),
        ];
    }

    private static string Origin(RevocationOrigin origin) => origin switch
    {
        RevocationOrigin.Address => "its address",
        RevocationOrigin.Folder => "the fed folder",
        RevocationOrigin.Cache => "the cache",
        RevocationOrigin.OtherNode => "another node",
    };

    private static string Age(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h {age.Minutes} min");
}
