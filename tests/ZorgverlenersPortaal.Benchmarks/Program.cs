using BenchmarkDotNet.Running;
using ZorgverlenersPortaal.Benchmarks;
using ZorgverlenersPortaal.Benchmarks.Review;

// These words are for ops/bench; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["judged-server"]:
        await JudgedServer.RunAsync();
        break;
    case ["sign-in-figures", var card]:
        SignInFigures.Print(card);
        break;
    case ["fhir-figures", var folder]:
        FhirFigures.Print(folder);
        break;
    case ["access-figures"]:
        AccessFigures.Print();
        break;
    case ["trail-figures", var folder]:
        await TrailFigures.PrintAsync(folder);
        break;
    case ["postgresql-trail-figures", var connectionString]:
        await PostgreSqlTrailFigures.PrintAsync(connectionString);
        break;
    case ["shipping-figures", var folder]:
        await ShippingFigures.PrintAsync(folder);
        break;
    case ["review-figures", var folder]:
        await ReviewFigures.PrintAsync(folder);
        break;
    case ["epd", var port, var data, var delays]:
        await BenchEpd.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), data, delays == "delays");
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FhirReading).Assembly).Run(args);
        break;
}
