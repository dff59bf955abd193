export { PublicationModule } from './publication.module';
export { type PublicDonor, type PublicGift, type PublicSource } from './facts/public-gift';
