using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    public static partial class random
    {
        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        // The CPU's generator alone, as in the published package; devices have cuda.manual_seed_all.
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    public class Generator : IDisposable
    {
        public Generator(ulong seed = 0, Device? device = null) : this(Native.nst_generator_new(seed))
        {
            this.device = device ?? CPU;
        }

        private Generator(nint handle)
        {
            Handle = handle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        public static Generator Default => new(Native.nst_generator_default());

        public nint Handle { get; private set; }

        public Device device { get; private set; }

        public Tensor get_state() => Result(Native.nst_generator_state(Handle), this);

        public void set_state(Tensor value) => Check(Native.nst_generator_set_state(Handle, value.Handle), this, value);

        public Generator manual_seed(long seed)
        {
            Check(Native.nst_generator_set_seed(Handle, seed));
            return this;
        }

        public long seed()
        {
            var seed = DateTime.UtcNow.Ticks;
            manual_seed(seed);
            return seed;
        }

        public long initial_seed()
        {
            var seed = Native.nst_generator_seed(Handle);
            GC.KeepAlive(this);
            return seed;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle == 0)
                return;
            Native.nst_generator_delete(Handle);
            Handle = 0;
        }
    }
}
