using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>Registers the dossier: what is internal here is reached only through the services named public.</summary>
public static class DossierServices
{
    /// <summary>Adds the dossier with checked options; the caller registers the trail and the clock.</summary>
    public static IServiceCollection AddDossier(this IServiceCollection services, EpdOptions epd, StorageOptions storage, StateOptions state, AccountsOptions accounts) => services
        .AddState(state)
        .AddSingleton(epd)
        .AddSingleton(storage)
        .AddSingleton<Database>()
        .AddAccounts(accounts)
        .AddSingleton(_ => new HttpMessageInvoker(new ReadOnlyHandler(epd.Base, Sockets())))
        .AddSingleton<EpdTransport>()
        .AddSingleton<IEpd, FhirEpd>()
        .AddSingleton<RelationProbe.Lookup>()
        .AddSingleton<PatientGrant.Decider>()
        .AddSingleton<ListGrant.Decider>()
        .AddSingleton<SectionFetcher>()
        .AddSingleton<SectionRecorder>()
        .AddSingleton(s => new AccessControl(
            s.GetRequiredService<PatientGrant.Decider>(), s.GetRequiredService<ListGrant.Decider>(),
            s.GetRequiredService<AuditTrail>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new DossierReader(
            s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>(), epd, s.GetRequiredService<TimeProvider>())
        {
            ResultsOptions = s.GetService<ResultsOptions>() ?? new(),
        })
        .AddSingleton(s => new LetterReader(
            s.GetRequiredService<IEpd>(), s.GetRequiredService<SectionRecorder>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PatientListReader(
            s.GetRequiredService<IEpd>(), s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<AuditTrail>(), epd, s.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddAccounts(this IServiceCollection services, AccountsOptions accounts) => services
        .AddSingleton(accounts)
        .AddSingleton<AccountRegister>()
        .AddSingleton<AccountNews>()
        .AddSingleton<AccountHistory>()
        .AddSingleton<SignInBook>()
        .AddSingleton<AgbConflicts>()
        .AddSingleton<AttemptLimits>()
        .AddSingleton<RecordedChange>()
        .AddSingleton(s => new AccountDirectory(s.GetRequiredService<Database>(), accounts, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new AccountOffice(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountImport(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountReview(s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), accounts))
        .AddSingleton(s => new AccountRequests(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), s.GetRequiredService<AttemptLimits>()))
        .AddSingleton(s => new BlockCodes(s.GetRequiredService<RecordedChange>()))
        .AddSingleton(s => new SelfBlock(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<AccountRegister>(), s.GetRequiredService<AttemptLimits>()));

    private static IServiceCollection AddState(this IServiceCollection services, StateOptions state) => state.IsShared
        ? services.AddSingleton(state).AddSingleton<RedisConnection>().AddSingleton<ISharedState, RedisState>()
        : services.AddSingleton(state).AddSingleton<ISharedState, MemoryState>();

    /// <summary>Connections to the EPD: no redirects, no cookies, no proxy of the environment, decompression bounded by the reader.</summary>
    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // Not Brotli: .NET tells of damaged Brotli with the same exception as of a fault in the program.
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
    };
}
